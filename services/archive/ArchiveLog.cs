namespace Backoffice.Archive;

/// <summary>What the archive service logs.</summary>
internal static partial class ArchiveLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Filing stopped because of the store; trying again")]
    public static partial void FilingStopped(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} could not be filed; trying again")]
    public static partial void NotFiledYet(ILogger logger, string source, Exception exception);
}
