namespace Backoffice.Platform;

/// <summary>What the platform logs; names are past tense, no payload ever.</summary>
internal static partial class PlatformLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} refused with {Reason} in {Milliseconds} ms")]
    public static partial void CallRefused(ILogger logger, string method, string reason, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed; trace {TraceId}")]
    public static partial void CallFailed(ILogger logger, string method, string traceId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Revoked tokens were not read; the ones known stay in force")]
    public static partial void RevocationsNotRead(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events were not published; the relay tries again")]
    public static partial void RelayFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database's log was not carried over; trying again after the next change")]
    public static partial void LogNotCarriedOver(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers were not forgotten; trying again in an hour")]
    public static partial void AnswersNotForgotten(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events of {Producer} were not read; trying again")]
    public static partial void FeedFailed(ILogger logger, string producer, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Producer} is not ready to be read; trying again")]
    public static partial void ProducerNotReady(ILogger logger, string producer);

    [LoggerMessage(Level = LogLevel.Information, Message = "Gap in events of {Producer}: had {Mark}, got {Sequence}; the feed was read")]
    public static partial void GapHealed(ILogger logger, string producer, long mark, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Producer}/{Sequence} of type {Type} could not be applied")]
    public static partial void EventFailed(ILogger logger, string producer, long sequence, string type, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Producer}/{Sequence} of type {Type} could not be applied and is set aside as a dead letter; what concerns something else goes on")]
    public static partial void EventSetAside(ILogger logger, string producer, long sequence, string type, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Applied} dead letters were applied, {Remaining} remain")]
    public static partial void DeadLettersRedriven(ILogger logger, int applied, int remaining);

    [LoggerMessage(Level = LogLevel.Information, Message = "Read model {ReadModel} was made anew out of {Events} events; it {Comparison} what was there")]
    public static partial void ReadModelRebuilt(ILogger logger, string readModel, long events, string comparison);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {Producer}/{Sequence} is asked for again: something it needs is away")]
    public static partial void EventPostponed(ILogger logger, string producer, long sequence, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dead letter on {Topic}, event {Id}; the feed is read instead")]
    public static partial void DeadLetterReceived(ILogger logger, string topic, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory was not read from the shared state; version {Version} stays in use")]
    public static partial void DirectoryNotRead(ILogger logger, long version, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Figures were not read; the metrics stay as they were until the next round")]
    public static partial void FiguresNotRead(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Producer} did not say where its events end; what is known of it stays in use")]
    public static partial void SourceNotAsked(ILogger logger, string producer, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Redis did not say how long the stream is; trying again")]
    public static partial void StreamNotMeasured(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is not ready; trying again")]
    public static partial void StoreNotReady(ILogger logger, Exception exception);
}
