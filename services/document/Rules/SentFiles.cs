using Backoffice.Document.Secrecy;
using Backoffice.Platform.Blobs;
using Grpc.Core;

namespace Backoffice.Document.Rules;

/// <summary>Looks at a file that was sent before anything of it is kept.</summary>
internal static class SentFiles
{
    /// <summary>What the file is; refused when its text bears the mark of a state secret (rule SEC-19).</summary>
    public static async Task<FileKind> KindOfAsync(this DocumentDb db, SecrecyZone zone, ServerCallContext context, ReadOnlyMemory<byte> content)
    {
        var kind = FileKind.Of(content);
        return zone.Refuses(kind.Text) ? throw await db.StateSecretAsync(context, "content", content) : kind;
    }

    /// <summary>The same of a file that is to be kept as it is, which not every kind may be.</summary>
    public static async Task<FileKind> AcceptedKindOfAsync(this DocumentDb db, SecrecyZone zone, ServerCallContext context, string fileName, ReadOnlyMemory<byte> content)
    {
        var kind = await db.KindOfAsync(zone, context, content);
        return kind.MediaType.Length > 0 ? kind : throw DocumentErrors.FileRefused(fileName, kind.Why);
    }
}
