using System.Globalization;
using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.State;

/// <summary>One step of <see cref="StateScripts.Apply"/>.</summary>
internal sealed record Operation(string Key, RedisValue[] Arguments)
{
    private const string NoEtag = "0";

    public static Operation Save(string key, StateItem item, string componentTtl) =>
        Save("set", key, item, componentTtl, firstWrite: item.Options?.Concurrency == StateOptions.Types.StateConcurrency.ConcurrencyFirstWrite);

    /// <summary>daprd forgets the first-write flag inside transactions.</summary>
    public static Operation InTransaction(string key, StateItem item, string componentTtl) =>
        Save("multi", key, item, componentTtl, firstWrite: false);

    public static Operation Delete(string key, Etag? etag) =>
        new(key, ["del", string.IsNullOrEmpty(etag?.Value) ? NoEtag : etag.Value, "", "", ""]);

    private static Operation Save(string kind, string key, StateItem item, string componentTtl, bool firstWrite) => new(
        key, [kind, EtagOf(item), item.Value.Memory, firstWrite ? "0" : "1", TtlOf(item, componentTtl)]);

    private static string EtagOf(StateItem item)
    {
        if (string.IsNullOrEmpty(item.Etag?.Value) || item.Options?.Concurrency == StateOptions.Types.StateConcurrency.ConcurrencyLastWrite)
            return NoEtag;

        return long.TryParse(item.Etag.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version)
            ? version.ToString(CultureInfo.InvariantCulture)
            : throw DaprError.Create(StatusCode.InvalidArgument, "ERR_STATE_SAVE", $"invalid etag value '{item.Etag.Value}'");
    }

    private static string TtlOf(StateItem item, string componentTtl)
    {
        if (!item.Metadata.TryGetValue("ttlInSeconds", out var text) || text.Length == 0)
            return componentTtl;

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? text
            : throw DaprError.Create(StatusCode.Internal, "ERR_STATE_SAVE", $"failed to parse ttl from metadata: '{text}'");
    }
}
