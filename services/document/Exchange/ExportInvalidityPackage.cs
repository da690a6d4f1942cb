using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf;
using Grpc.Core;
using StateNames = Backoffice.Document.OutgoingDocuments.StateNames;

namespace Backoffice.Document.Exchange;

internal sealed partial class ExchangeService
{
    public override async Task ExportInvalidityPackage(
        ExportInvalidityPackageRequest request, IServerStreamWriter<ExportInvalidityPackageResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadOutgoingAsync(OutgoingVisibility.DocumentOf(request.Name), caller, stop);
        var dispatch = await DispatchAsync(request.Name, stop);
        var partner = await PartnerForAsync(dispatch, stop);
        var sent = await SentAsync(dispatch, stop) ?? throw DocumentErrors.ExchangeMismatch(partner.DisplayName, dispatch.Id, "没有向其发送 (it was not sent there)");
        if (document.Invalidity is not { } invalidity)
            throw DocumentErrors.WrongState(document.Name, StateNames.Of(document.State), "出具通知", "已撤回、已撤销或已废止");

        var manifest = ManifestOf(ExchangeKind.Invalidity, dispatch.Id, new ExchangeOrgan { CreditCode = sent.CreditCode, DisplayName = partner.DisplayName }, invalidity.Time);
        manifest.Invalidity = new ExchangedInvalidity
        {
            ManifestSha256 = sent.ManifestSha256,
            Kind = invalidity.Kind,
            Reason = invalidity.Reason,
            EffectiveDate = invalidity.EffectiveDay?.ToProto(),
            DocumentNumber = invalidity.ByNumber,
        };
        await responseStream.WriteAsync(
            new ExportInvalidityPackageResponse { FileName = $"{invalidity.Verb}通知-{dispatch.DocumentNumber}-{dispatch.Organ}.zip", Data = UnsafeByteOperations.UnsafeWrap(Signed(manifest)) }, stop);
    }
}
