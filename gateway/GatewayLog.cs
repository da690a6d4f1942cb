namespace Backoffice.Gateway;

/// <summary>What the gateway logs.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; this replica counts calls alone for a while")]
    public static partial void BudgetsAlone(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions cannot be read or kept while Redis does not answer")]
    public static partial void SessionsAway(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was not completed: {Reason}")]
    public static partial void NotSignedIn(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A session ended: its refresh was refused")]
    public static partial void RefreshRefused(ILogger logger);
}
