using Backoffice.Coordination.Directory;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Coordination.Delegations;

/// <summary>The rpcs of delegations; one file each.</summary>
internal sealed partial class DelegationService(CoordinationDb db, DirectoryPublisher publisher, Caller caller, OfficeClock clock)
    : V1.DelegationService.DelegationServiceBase
{
    /// <summary>The id in `delegations/{id}`; an id that is none answers like a delegation that is none.</summary>
    private static Guid IdOf(string name) => Guid.TryParseExact(name.Split('/')[1], "D", out var id) ? id : throw CoordinationErrors.DelegationNotFound(name);
}
