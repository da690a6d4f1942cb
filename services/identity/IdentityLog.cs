namespace Backoffice.Identity;

/// <summary>What the identity service logs; never a login name that does not exist, a password or a token.</summary>
internal static partial class IdentityLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing keys were not renewed or old tokens not cleared; trying again")]
    public static partial void HousekeepingFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Signing key {Kid} was made; it signs from {SignFrom}")]
    public static partial void SigningKeyMade(ILogger logger, string kid, DateTimeOffset signFrom);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store holds accounts of a demonstration. They cannot sign in while Identity__Demo is off; start real work on an empty store")]
    public static partial void DemoAccountsClosed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This is a demonstration: access tokens are given without a password")]
    public static partial void DemoRuns(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis had lost the keys of sessions; they were put back")]
    public static partial void SessionKeysRestored(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of sessions in Redis were not looked after; trying again")]
    public static partial void SessionKeysNotKept(ILogger logger, Exception exception);
}
