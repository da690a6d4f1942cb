using Backoffice.Document.Exchange;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.ExchangePartners;

/// <summary>The rpcs of the register of partners; one file each.</summary>
internal sealed partial class ExchangePartnerService(DocumentDb db, ExchangeIdentity identity, Caller caller, OfficeClock clock)
    : V1.ExchangePartnerService.ExchangePartnerServiceBase;
