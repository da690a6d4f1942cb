using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using ExchangePartner = Backoffice.Document.ExchangePartners.ExchangePartner;

namespace Backoffice.Document.Exchange;

// A receipt that came in a package: for what was sent to its sender, or refused.
internal sealed partial class ExchangeService
{
    /// <summary>How far the clocks of two houses may be apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    private async Task<ImportExchangePackageResponse> TakeReceiptAsync(ServerCallContext context, ExchangeManifest manifest, ExchangePartner partner)
    {
        var stop = context.CancellationToken;
        if (manifest.Receipt is not { Status: not ReceiptStatus.Unspecified } receipt || manifest.Files.Count > 0)
            throw DocumentErrors.PackageDamaged("清单中没有回执 (the manifest has no receipt)");
        await using var turn = await db.BeginTurnAsync(context);
        var id = Guid.Parse(manifest.DispatchId);
        var sent = await db.SentPackages.AsNoTracking().SingleOrDefaultAsync(p => p.DispatchId == id && p.CreditCode == partner.CreditCode, stop)
            ?? throw DocumentErrors.ExchangeMismatch(partner.DisplayName, id, "没有向其发送 (it was not sent there)");
        if (receipt.ManifestSha256 != sent.ManifestSha256)
            throw DocumentErrors.ExchangeMismatch(partner.DisplayName, id, "回执所指公文内容不同 (it is for other content)");
        var dispatch = await db.Dispatches.SingleAsync(d => d.Id == id, stop);
        var document = await db.ReadOutgoingAsync($"outgoingDocuments/{dispatch.DocumentId}", caller, stop);
        var at = manifest.CreateTime.ToDateTimeOffset();
        if (at < dispatch.DispatchTime - Apart || at > clock.Now + Apart)
            throw DocumentErrors.ExchangeMismatch(partner.DisplayName, id, "时间早于发文或晚于现在 (its time is before the dispatch, or to come)");

        // Receipts for what was withdrawn have ended.
        var moved = document.Invalidity?.ForbidsUse != true && dispatch.Take(receipt, at);
        if (moved)
            turn.Publish(new DispatchReceiptArrived { Dispatch = dispatch.Name, Status = receipt.Status, Time = manifest.CreateTime });
        return await turn.CommitAsync(new ImportExchangePackageResponse { Kind = manifest.Kind, Dispatch = dispatch.ToProto(document.Invalidity), Unchanged = !moved });
    }
}
