using Backoffice.Document.Dispatches;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Dispatch = Backoffice.Document.Dispatches.Dispatch;
using ExchangePartner = Backoffice.Document.ExchangePartners.ExchangePartner;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Exchange;

internal sealed partial class ExchangeService
{
    public override async Task ExportDispatchPackage(
        ExportDispatchPackageRequest request, IServerStreamWriter<ExportDispatchPackageResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadOutgoingAsync(OutgoingVisibility.DocumentOf(request.Name), caller, stop);
        document.ExpectInForce();
        var dispatch = await DispatchAsync(request.Name, stop);
        var partner = await PartnerForAsync(dispatch, stop);
        var made = await SentAsync(dispatch, stop) ?? Make(dispatch, partner, ManifestOf(document, dispatch, partner, await PageSizeAsync(document, stop), await MarkOfAsync(document, dispatch, stop)));
        var package = new ExchangePackage(made.Manifest, made.Signature, await FilesAsync(document, Manifests.Read(made.Manifest), stop)).Write();

        await using (var turn = await db.BeginTurnAsync(context))
        {
            // Made twice at once, both are the same.
            if (await SentAsync(dispatch, stop) is null)
                db.SentPackages.Add(made);
            await turn.CommitAsync();
        }
        var chunk = new ExportDispatchPackageResponse { FileName = $"{dispatch.DocumentNumber}-{dispatch.Organ}.zip" };
        await foreach (var data in new MemoryStream(package).ChunksAsync(stop))
        {
            chunk.Data = data;
            await responseStream.WriteAsync(chunk, stop);
            chunk = new ExportDispatchPackageResponse();
        }
    }

    /// <summary>A dispatch that goes to another house.</summary>
    private async Task<Dispatch> DispatchAsync(string name, CancellationToken stop)
    {
        var dispatch = await db.Dispatches.AsNoTracking().OneAsync(name, stop);
        return dispatch.Unit.Length == 0 ? dispatch : throw DocumentErrors.DispatchReceivedHere(name, dispatch.Unit);
    }

    private async Task<ExchangePartner> PartnerForAsync(Dispatch dispatch, CancellationToken stop)
    {
        var partner = await db.ExchangePartners.AsNoTracking().SingleOrDefaultAsync(p => p.RetireTime == null && (p.DisplayName == dispatch.Organ || p.ShortName == dispatch.Organ), stop)
            ?? throw DocumentErrors.PartnerNotFound(dispatch.Organ);
        ExpectZone(partner.IsClassified, partner.DisplayName);
        return partner;
    }

    /// <summary>Nothing leaves a classified zone for one that is none (保密法 第31条(二)).</summary>
    private void ExpectZone(bool isClassified, string partner)
    {
        if (zone.IsClassified && !isClassified)
            throw SecrecyDesk.Refuse(SecrecyRules.LeavesTheZone(partner));
    }

    private Task<SentPackage?> SentAsync(Dispatch dispatch, CancellationToken stop) =>
        db.SentPackages.AsNoTracking().SingleOrDefaultAsync(p => p.DispatchId == dispatch.Id, stop);
}
