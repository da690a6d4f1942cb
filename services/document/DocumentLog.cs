namespace Backoffice.Document;

/// <summary>What the document service logs.</summary>
internal static partial class DocumentLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A procedure may come to a stand: {Warning}")]
    public static partial void StepNotStaffed(ILogger logger, string warning);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index was not told of new readers; trying again")]
    public static partial void IndexNotUpdated(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders of what is due were not made; trying again")]
    public static partial void NotReminded(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody was reminded of what is due in matters/{Matter}; trying again in a day")]
    public static partial void NotRemindedOf(ILogger logger, Guid matter, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "State secrets whose period ended were not declassified; trying again")]
    public static partial void NotDeclassified(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents were not given the keys that duplicates are found by; trying again")]
    public static partial void KeysNotFilled(ILogger logger, Exception exception);
}
