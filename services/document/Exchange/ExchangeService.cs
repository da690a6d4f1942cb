using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Exchange;

/// <summary>The rpcs of the exchange; one file each.</summary>
internal sealed partial class ExchangeService(
    DocumentDb db, ExchangeIdentity identity, ReceivingDesk receiving, OwnBureau bureau, IBlobStore blobs, SecrecyZone zone, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.ExchangeService.ExchangeServiceBase
{
    /// <summary>A manifest of this house's, so far as all kinds have it in common.</summary>
    private ExchangeManifest ManifestOf(ExchangeKind kind, Guid dispatch, ExchangeOrgan recipient, DateTimeOffset at) => new()
    {
        Format = Manifests.Format,
        Kind = kind,
        DispatchId = dispatch.ToString(),
        Sender = identity.Own,
        Recipient = recipient,
        CreateTime = Timestamp.FromDateTimeOffset(at),
    };

    /// <summary>The package of a manifest that says everything itself.</summary>
    private byte[] Signed(ExchangeManifest manifest)
    {
        var text = Manifests.Write(manifest);
        return new ExchangePackage(text, identity.Sign(text), new Dictionary<string, byte[]>()).Write();
    }
}
