using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Documents;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingHandlingService
{
    /// <summary>So many of those who have not read it are named in a refusal.</summary>
    private const int NamedReaders = 10;

    public override async Task<CloseIncomingDocumentResponse> CloseIncomingDocument(CloseIncomingDocumentRequest request, ServerCallContext context)
    {
        var outstanding = await OutstandingReadersAsync(request.Name, context.CancellationToken);
        return await StepAsync(
            context,
            request.Name,
            request.MatterEtag,
            (document, on) =>
            {
                document.Close(request.Answer);
                // Counted in the turn: a reader served after the look above must not be missed.
                ExpectRules(document, IncomingStage.Closing, on.Matter.UnreadCount > 0 ? [.. outstanding.DefaultIfEmpty("—")] : [], on.Matter.ReadCount);
                return on.Matter.Agree(desk.DeedOn(document, request.Opinion, form: nameof(CloseIncomingDocument)), Onward.Ordinary);
            },
            (document, matter) => new CloseIncomingDocumentResponse { IncomingDocument = document, Matter = matter });
    }

    private async Task<List<string>> OutstandingReadersAsync(string name, CancellationToken stop) => await db.MatterReadings.AsNoTracking()
        .Where(r => r.Kind == TaskKind.Read && r.EndTime == null && db.Matters.Any(m => m.Id == r.MatterId && m.Subject == name && m.Status == Backoffice.Procedures.V1.MatterState.Running))
        .OrderBy(r => r.Number).Select(r => r.Reader).Take(NamedReaders).ToListAsync(stop);
}
