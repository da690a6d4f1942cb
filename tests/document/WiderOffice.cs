using Backoffice.Coordination.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Tests;

/// <summary>The test bureau with posts that others stand in for, and with more people than fit on a page.</summary>
internal static class WiderOffice
{
    /// <summary>Nobody holds it; the finance chief's post backs it up (AB岗).</summary>
    public const string VacantPost = "posts/vacant";

    /// <summary>Its holder is away; the work is delegated to the finance chief's post.</summary>
    public const string DelegatedPost = "posts/away";

    private const string Deputy = $"posts/{Office.FinanceChief}";

    public static IReadOnlyList<string> Crowd { get; } = [.. Enumerable.Range(1, 300).Select(i => $"people/reader-{i}")];

    public static Backoffice.Coordination.V1.Directory Directory { get; } = Widen(Office.Directory.Clone());

    private static Backoffice.Coordination.V1.Directory Widen(Backoffice.Coordination.V1.Directory directory)
    {
        directory.Posts.Add(new Post { Name = VacantPost, DisplayName = "空缺岗位", Unit = Office.FinanceUnit, Function = PostFunction.Staff, BackupPost = Deputy });
        directory.Posts.Add(new Post { Name = DelegatedPost, DisplayName = "外出岗位", Unit = Office.SectionUnit, Function = PostFunction.Staff });
        directory.People.Add(new Person { Name = "people/away", DisplayName = "away", Posts = { DelegatedPost } });
        directory.People.AddRange(Crowd.Select(name => new Person { Name = name, DisplayName = name }));
        directory.Delegations.Add(new Delegation
        {
            Name = $"delegations/{Guid.NewGuid()}",
            Post = DelegatedPost,
            DeputyPost = Deputy,
            StartTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
            EndTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddYears(1000)),
            Reason = "出差",
        });
        return directory;
    }
}
