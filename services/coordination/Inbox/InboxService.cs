using Backoffice.Platform.Callers;

namespace Backoffice.Coordination.Inbox;

/// <summary>The rpcs of the inbox; one file each.</summary>
internal sealed partial class InboxService(CoordinationDb db, Caller caller, InboxLive live, IHostApplicationLifetime lifetime, TimeProvider clock)
    : V1.InboxService.InboxServiceBase;
