using StackExchange.Redis;

namespace Backoffice.LocalDapr.Redis;

/// <summary>Failures of Redis or of the way to it: reported or waited out, never a reason to stop.</summary>
internal static class Outage
{
    public static bool Is(Exception fault) => fault is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;
}
