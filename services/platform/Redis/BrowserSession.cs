using StackExchange.Redis;

namespace Backoffice.Platform.Redis;

/// <summary>Where the gateway keeps a browser's session, and where whoever ends it takes it away.</summary>
public static class BrowserSession
{
    public static RedisKey KeyOf(string id) => $"session:{id}";
}
