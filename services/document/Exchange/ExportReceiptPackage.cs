using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using IncomingDocument = Backoffice.Document.IncomingDocuments.IncomingDocument;
using StateNames = Backoffice.Document.IncomingDocuments.StateNames;

namespace Backoffice.Document.Exchange;

internal sealed partial class ExchangeService
{
    public override async System.Threading.Tasks.Task ExportReceiptPackage(
        ExportReceiptPackageRequest request, IServerStreamWriter<ExportReceiptPackageResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadAsync(request.Name, caller, stop);
        var received = await db.ReceivedPackages.AsNoTracking().SingleOrDefaultAsync(p => p.IncomingDocumentId == document.Id, stop) ?? throw DocumentErrors.NotExchanged(request.Name);
        ExpectZone(await db.ExchangePartners.AnyAsync(p => p.CreditCode == received.CreditCode && p.IsClassified, stop), received.Sender);
        var reached = await ReachedAsync(document, received, stop);
        var told = request.Status == ReceiptStatus.Unspecified ? reached[^1] : reached.FirstOrDefault(r => r.Status == request.Status)
            ?? throw DocumentErrors.WrongState(document.Name, StateNames.Of(document.State), "出具回执", NameOf(request.Status));

        var manifest = ManifestOf(ExchangeKind.Receipt, received.DispatchId, new ExchangeOrgan { CreditCode = received.CreditCode, DisplayName = received.Sender }, told.At);
        manifest.Receipt = new ExchangedReceipt { ManifestSha256 = received.ManifestSha256, Status = told.Status, Person = told.Person, Note = told.Note };
        await responseStream.WriteAsync(
            new ExportReceiptPackageResponse { FileName = $"回执-{document.Particulars.DocumentNumber}-{NameOf(told.Status)}.zip", Data = UnsafeByteOperations.UnsafeWrap(Signed(manifest)) }, stop);
    }

    /// <summary>What can be told of a document by now, the furthest last.</summary>
    private async Task<IReadOnlyList<Reached>> ReachedAsync(IncomingDocument document, ReceivedPackage received, CancellationToken stop)
    {
        var person = directory.Current.DisplayNameOf(document.SignForPerson);
        List<Reached> reached =
        [
            new(ReceiptStatus.Delivered, received.CreateTime, person, ""),
            new(ReceiptStatus.SignedFor, document.SignForTime, person, ""),
        ];
        var (status, note) = (document.State, document.Handling) switch
        {
            (IncomingDocumentState.ReturnedToSender, { } h) => (ReceiptStatus.Returned, h.ReturnReason),
            (IncomingDocumentState.Closed, { } h) when h.Answer.Length + h.Result.Length > 0 => (ReceiptStatus.Answered, h.Answer.Length > 0 ? h.Answer : h.Result),
            _ => (ReceiptStatus.Unspecified, ""),
        };
        if (status == ReceiptStatus.Unspecified)
            return reached;
        var matter = Guid.Parse(document.Handling!.Matter.Split('/')[1]);
        // Whoever still has it to read reads on after its end.
        var last = await db.MatterActs.AsNoTracking().Where(a => a.MatterId == matter && a.Verb != Verb.Read && a.Verb != Verb.Open).OrderByDescending(a => a.Number).FirstAsync(stop);
        return [.. reached, new(status, last.Time, last.ActorName, note)];
    }

    private static string NameOf(ReceiptStatus status) => status switch
    {
        ReceiptStatus.Delivered => "已送达",
        ReceiptStatus.SignedFor => "已签收",
        ReceiptStatus.Returned => "已退回",
        ReceiptStatus.Answered => "已答复",
        _ => "未知",
    };

    private sealed record Reached(ReceiptStatus Status, DateTimeOffset At, string Person, string Note);
}
