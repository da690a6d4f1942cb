using Backoffice.Coordination.V1;

namespace Backoffice.Coordination.Inbox;

/// <summary>How many entries stand in one tab of one principal; kept with every change, so that no tab is ever counted through.</summary>
internal sealed class InboxCount
{
    public required string Principal { get; init; }

    public required InboxTab Tab { get; init; }

    public required long Count { get; init; }

    /// <summary>How often the count has changed, so that of two replicas' words the newer is known.</summary>
    public required long Revision { get; init; }
}
