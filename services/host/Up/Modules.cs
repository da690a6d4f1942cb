using Backoffice.Coordination;
using Backoffice.Document;
using Backoffice.Platform.Hosting;

namespace Backoffice.Host.Up;

/// <summary>The services of the suite in the order they start.</summary>
internal static class Modules
{
    public const string Gateway = "gateway";

    /// <summary>
    /// Identity first: everybody checks tokens with its keys. Coordination next: everybody reads its directory. The gateway,
    /// which is not in the list, last: it opens the door when there is something behind it.
    /// </summary>
    public static IReadOnlyList<ServiceModule> InOrder { get; } =
    [
        CoordinationModule.Module,
        DocumentModule.Module,
    ];

    public static IReadOnlyList<string> Names { get; } = [.. InOrder.Select(m => m.Name), Gateway];
}
