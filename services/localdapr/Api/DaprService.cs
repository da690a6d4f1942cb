using Backoffice.LocalDapr.Apps;

namespace Backoffice.LocalDapr.Api;

/// <summary>Dapr's API as one app sees it. Each sidecar has its own instance: the app id is the listener, not a parameter.</summary>
internal sealed partial class DaprService(App app, LocalDaprComponents components, TimeProvider time, CancellationToken stopping) : DaprBase
{
    private string AppId => app.AppId;
}
