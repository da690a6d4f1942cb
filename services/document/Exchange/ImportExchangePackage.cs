using Backoffice.Document.ExchangePartners;
using Backoffice.Document.Rules;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Errors;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using ExchangePartner = Backoffice.Document.ExchangePartners.ExchangePartner;

namespace Backoffice.Document.Exchange;

internal sealed partial class ExchangeService
{
    public override async Task<ImportExchangePackageResponse> ImportExchangePackage(ImportExchangePackageRequest request, ServerCallContext context)
    {
        var own = identity.Own;
        var package = ExchangePackage.Read(request.Content.ToByteArray());
        var (partner, manifest) = await BelievedAsync(context, package, request.Content.Memory);
        // What comes out of a classified zone is not for a network that is none (保密法 第31条(二)).
        if (partner.IsClassified && !zone.IsClassified)
            throw SecrecyDesk.Refuse(SecrecyRules.LeavesTheZone(own.DisplayName));
        if (manifest.Recipient.CreditCode != own.CreditCode)
            throw DocumentErrors.WrongRecipient($"{manifest.Recipient.DisplayName} {manifest.Recipient.CreditCode}", $"{own.DisplayName} {own.CreditCode}");
        if (StateSecrets.MarkedField(manifest, zone) is { } field)
            throw await db.StateSecretAsync(context, field, request.Content.Memory);
        await ExpectToBeHeldHereAsync(context, manifest, package);
        // What the manifest does not name is vouched for by nobody.
        if (package.Files.Count != manifest.Files.Count)
            throw DocumentErrors.PackageDamaged("有清单以外的文件 (it holds files that the manifest does not name)");
        return manifest.Kind switch
        {
            ExchangeKind.Document => await TakeDocumentAsync(context, package, manifest, partner),
            ExchangeKind.Receipt => await TakeReceiptAsync(context, manifest, partner),
            ExchangeKind.Invalidity => await TakeInvalidityAsync(context, manifest, partner),
            _ => throw DocumentErrors.PackageDamaged("种类不明 (of no known kind)"),
        };
    }

    /// <summary>What a partner of the register signed and says of itself. A package of anybody else is refused, and the trail has it.</summary>
    private async Task<(ExchangePartner Partner, ExchangeManifest Manifest)> BelievedAsync(ServerCallContext context, ExchangePackage package, ReadOnlyMemory<byte> content)
    {
        var signed = ManifestSignature.Read(package.Manifest, package.Signature);
        var (partner, why) = await SignerAsync(signed, context.CancellationToken);
        // The signature first: what nobody vouches for is not even read.
        var manifest = why.Length == 0 ? Manifests.Read(package.Manifest) : null;
        if (manifest is not null && manifest.Sender.CreditCode != partner!.CreditCode)
            why = "发文机关与签名单位不符 (its sender is not who signed it)";
        if (why.Length == 0)
            return (partner!, manifest!);
        var refusal = DocumentErrors.PackageNotTrusted(why);
        await db.AuditRefusalAsync(context, refusal, SentContent.Describe(content.Span));
        throw refusal;
    }

    private async Task<(ExchangePartner? Partner, string Why)> SignerAsync(SignedManifest? signed, CancellationToken stop)
    {
        if (signed is null)
            return (null, "没有可识别的签名 (it bears no signature that can be read)");
        var (hash, now) = (signed.Certificate.Sha256(), clock.Now);
        var partner = await db.ExchangePartners.AsNoTracking().SingleOrDefaultAsync(p => p.RetireTime == null && p.CertificateSha256 == hash, stop);
        return (partner, partner is null ? "签名证书不属于名册中的交换单位 (its certificate is of no partner of the register)"
            : !signed.Certificate.IsValidAt(now) ? "签名证书不在有效期内 (its certificate is not valid now)"
            : signed.Holds() ? "" : "签名与清单不符 (the signature does not fit the manifest)");
    }
}
