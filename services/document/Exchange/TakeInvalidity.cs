using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using ExchangePartner = Backoffice.Document.ExchangePartners.ExchangePartner;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;

namespace Backoffice.Document.Exchange;

// A notice that a document which came in a package is no longer in force: the document is marked, and whoever handles it is told.
internal sealed partial class ExchangeService
{
    private async Task<ImportExchangePackageResponse> TakeInvalidityAsync(ServerCallContext context, ExchangeManifest manifest, ExchangePartner partner)
    {
        var stop = context.CancellationToken;
        if (manifest.Invalidity is not { Kind: not InvalidityKind.Unspecified } told || manifest.Files.Count > 0)
            throw DocumentErrors.PackageDamaged("清单中没有通知 (the manifest has no notice)");
        await using var turn = await db.BeginTurnAsync(context);
        var id = Guid.Parse(manifest.DispatchId);
        var received = await db.ReceivedPackages.AsNoTracking().SingleOrDefaultAsync(p => p.CreditCode == partner.CreditCode && p.DispatchId == id, stop)
            ?? throw DocumentErrors.ExchangeMismatch(partner.DisplayName, id, "没有收到该公文 (the document did not come here)");
        if (told.ManifestSha256 != received.ManifestSha256)
            throw DocumentErrors.ExchangeMismatch(partner.DisplayName, id, "通知所指公文内容不同 (it is about other content)");
        var document = await db.GetAsync($"incomingDocuments/{received.IncomingDocumentId}", caller, stop);
        var invalidity = new Invalidity(told.Kind, told.Reason, "", manifest.CreateTime.ToDateTimeOffset(), told.EffectiveDate?.ToDay(), "", told.DocumentNumber);
        var marked = document.Invalidate(invalidity);
        if (marked)
        {
            var handled = document.State == IncomingDocumentState.InProgress ? document.Handling!.Matter : "";
            turn.Publish(new IncomingDocumentInvalidated { IncomingDocument = document.Name, Matter = handled, Invalidity = invalidity.ToProto() });
        }
        return await turn.CommitAsync(new ImportExchangePackageResponse { Kind = manifest.Kind, IncomingDocument = document.ToProto(withBody: true), Unchanged = !marked });
    }
}
