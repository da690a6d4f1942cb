using Grpc.Core;

namespace Backoffice.Platform.Telemetry;

/// <summary>Names of gRPC statuses as metrics carry them.</summary>
public static class RpcStatus
{
    private static readonly Dictionary<StatusCode, string> Names = Enum.GetValues<StatusCode>().ToDictionary(c => c, Spell);

    public static string NameOf(StatusCode code) => Names[code];

    // PermissionDenied is PERMISSION_DENIED on every wire.
    private static string Spell(StatusCode code)
    {
        var name = code.ToString();
        return string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
    }
}
