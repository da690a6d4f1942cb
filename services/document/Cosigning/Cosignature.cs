using Backoffice.Document.IncomingDocuments;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Cosigning;

/// <summary>会签 of our head on a document that another organ issues jointly with ours: who signed what on which day, and that it went back.</summary>
internal sealed class Cosignature
{
    public required string Signer { get; init; }

    public required string Person { get; init; }

    public required string Post { get; init; }

    public required bool Principal { get; init; }

    public required DateOnly Day { get; init; }

    public required string Opinion { get; init; }

    public required string ContentSha256 { get; init; }

    public DateTimeOffset? ReturnTime { get; private set; }

    public string ReturnPerson { get; private set; } = "";

    public string ReturnNote { get; private set; } = "";

    /// <summary>退回主办机关, once; false when it went before.</summary>
    public bool Return(string person, string note, DateTimeOffset at)
    {
        if (ReturnTime is not null)
            return false;
        (ReturnTime, ReturnPerson, ReturnNote) = (at, person, note);
        return true;
    }

    /// <param name="content">SHA-256 of text and files as they are.</param>
    public V1.Cosignature ToProto(string content) => new()
    {
        Signer = Signer,
        Person = Person,
        Post = Post,
        Principal = Principal,
        SignDate = Day.ToProto(),
        Opinion = Opinion,
        ContentSha256 = ContentSha256,
        Stands = ContentSha256 == content,
        ReturnTime = ReturnTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        ReturnPerson = ReturnPerson,
        ReturnNote = ReturnNote,
    };
}
