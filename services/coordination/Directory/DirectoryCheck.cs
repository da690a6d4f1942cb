using Backoffice.Coordination.V1;

namespace Backoffice.Coordination.Directory;

/// <summary>What is wrong or risky in a directory: work that would reach nobody.</summary>
internal static class DirectoryCheck
{
    public static IEnumerable<DirectoryFinding> Of(V1.Directory directory)
    {
        var present = directory.People.Where(p => !p.Left).ToList();
        var holders = present.SelectMany(p => p.Posts.Select(post => (Post: post, Person: p.Name))).ToLookup(h => h.Post, h => h.Person);
        var open = directory.Posts.Where(p => !p.Closed).ToList();
        foreach (var post in open)
        {
            if (!holders[post.Name].Any())
                yield return Finding(post.Name, DirectoryFindingKind.PostWithoutHolder, $"岗位“{post.DisplayName}”无人任职");
            if (!HasBackup(post, holders))
                yield return Finding(post.Name, DirectoryFindingKind.PostWithoutBackup, $"岗位“{post.DisplayName}”没有 AB 岗");
        }
        foreach (var unit in directory.Units.Where(u => u is { Closed: false, Kind: not (UnitKind.External or UnitKind.Organ) } && open.All(p => p.Unit != u.Name)))
            yield return Finding(unit.Name, DirectoryFindingKind.UnitWithoutPost, $"“{unit.DisplayName}”没有设置岗位");
        foreach (var person in present.Where(p => p.Posts.Count == 0))
            yield return Finding(person.Name, DirectoryFindingKind.PersonWithoutPost, $"{person.DisplayName} 没有岗位");
    }

    // A backup held by the same person alone is none.
    private static bool HasBackup(Post post, ILookup<string, string> holders) =>
        post.BackupPost.Length > 0 && holders[post.BackupPost].Except(holders[post.Name]).Any();

    private static DirectoryFinding Finding(string name, DirectoryFindingKind kind, string message) => new() { Name = name, Kind = kind, Message = message };
}
