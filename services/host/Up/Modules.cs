using Backoffice.Archive;
using Backoffice.Coordination;
using Backoffice.Document;
using Backoffice.Identity;
using Backoffice.Logistics;
using Backoffice.Meeting;
using Backoffice.Platform.Hosting;

namespace Backoffice.Host.Up;

/// <summary>The services of the suite in the order they start.</summary>
internal static class Modules
{
    public const string Gateway = "gateway";

    /// <summary>
    /// Identity first: everybody checks tokens with its keys. Coordination next: everybody reads its directory. Then all that
    /// need nobody else. The gateway, which is not in the list, last: it opens the door when there is something behind it.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ServiceModule>> Steps { get; } =
    [
        [IdentityModule.Module],
        [CoordinationModule.Module],
        [DocumentModule.Module, MeetingModule.Module, LogisticsModule.Module, ArchiveModule.Module],
    ];

    public static IReadOnlyList<ServiceModule> InOrder { get; } = [.. Steps.SelectMany(s => s)];

    public static IReadOnlyList<string> Names { get; } = [.. InOrder.Select(m => m.Name), Gateway];
}
