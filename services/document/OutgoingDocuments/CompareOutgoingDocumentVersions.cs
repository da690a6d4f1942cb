using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<CompareOutgoingDocumentVersionsResponse> CompareOutgoingDocumentVersions(
        CompareOutgoingDocumentVersionsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadOutgoingAsync(request.Name, caller, stop);
        await secrecy.RecordReaderAsync(document, context);
        var from = await VersionAsync(document, request.FromVersion, stop);
        var to = await VersionAsync(document, request.ToVersion, stop);
        return new CompareOutgoingDocumentVersionsResponse
        {
            Differences =
            {
                Comparison.Of("title", from.Title, to.Title),
                Comparison.Of("main_recipients", from.MainRecipients, to.MainRecipients),
                Comparison.Of("copy_recipients", from.CopyRecipients, to.CopyRecipients),
                Comparison.Of("body", from.Body, to.Body),
                Comparison.Of("annexes", TextOf(from.Annexes), TextOf(to.Annexes)),
            },
        };
    }

    private static string TextOf(IEnumerable<Annex> annexes) => string.Join('\n', annexes.Select(a => $"{a.Title}\n{a.Text}"));

    private async Task<V1.OutgoingDocument> VersionAsync(OutgoingDocument document, int version, CancellationToken stop)
    {
        if (version == document.Version)
            return document.ToProto(withBody: true);
        var kept = await db.OutgoingPastVersions.AsNoTracking().SingleOrDefaultAsync(v => v.DocumentId == document.Id && v.Version == version, stop)
            ?? throw DocumentErrors.VersionNotFound(document.Name, version);
        return V1.OutgoingDocument.Parser.ParseFrom(kept.Document);
    }
}
