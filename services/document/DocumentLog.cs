namespace Backoffice.Document;

/// <summary>What the document service logs.</summary>
internal static partial class DocumentLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A procedure may come to a stand: {Warning}")]
    public static partial void StepNotStaffed(ILogger logger, string warning);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index was not told of new readers; trying again")]
    public static partial void IndexNotUpdated(ILogger logger, Exception exception);
}
