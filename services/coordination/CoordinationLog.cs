namespace Backoffice.Coordination;

/// <summary>What the coordination service logs.</summary>
internal static partial class CoordinationLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory was not published; trying again")]
    public static partial void DirectoryNotPublished(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Inboxes were not read for their streams; trying again")]
    public static partial void InboxesNotRead(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of inboxes do not come from other replicas; streams look every few seconds")]
    public static partial void ChannelNotOpened(ILogger logger, Exception exception);
}
