namespace Backoffice.Coordination;

/// <summary>What the coordination service logs.</summary>
internal static partial class CoordinationLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory was not published; trying again")]
    public static partial void DirectoryNotPublished(ILogger logger, Exception exception);
}
