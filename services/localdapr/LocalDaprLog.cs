using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Backoffice.LocalDapr;

/// <summary>Everything the runtime says. Names of topics, components and apps only: no keys, no payloads, no tokens.</summary>
internal static partial class LocalDaprLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Topics of {Component} are kept {Where}")]
    public static partial void TopicsOpened(this ILogger log, string component, string where);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sidecar of {App} listens on {Grpc} and {Http}")]
    public static partial void SidecarStarted(this ILogger log, string app, Uri grpc, Uri http);

    [LoggerMessage(Level = LogLevel.Information, Message = "App {App} attached at {Address} with {Count} subscriptions")]
    public static partial void AppAttached(this ILogger log, string app, Uri address, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "App {App} did not list its subscriptions ({Code}, attempt {Attempt})")]
    public static partial void SubscriptionsNotListed(this ILogger log, string app, StatusCode code, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries to {App} could not follow its health; trying again")]
    public static partial void DeliveriesNotAdjusted(this ILogger log, Exception fault, string app);

    [LoggerMessage(Level = LogLevel.Information, Message = "App {App} detached from {Address}")]
    public static partial void AppDetached(this ILogger log, string app, Uri address);

    [LoggerMessage(Level = LogLevel.Information, Message = "App {App} at {Address} turned healthy")]
    public static partial void AppTurnedHealthy(this ILogger log, string app, Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "App {App} at {Address} turned unhealthy; its deliveries pause")]
    public static partial void AppTurnedUnhealthy(this ILogger log, string app, Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Topics could not be read ({Fault}); trying again")]
    public static partial void TopicsUnavailable(this ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Topics could not be read; trying again")]
    public static partial void TopicsFaulted(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Topic} could not be acknowledged ({Fault}) and will come again")]
    public static partial void MessageLeftPending(this ILogger log, string topic, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery from {Topic} failed inside the runtime")]
    public static partial void DeliveryFaulted(this ILogger log, Exception fault, string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Topic} is no CloudEvent")]
    public static partial void EventMalformed(this ILogger log, string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "Attempt {Attempt} to deliver a message of {Topic} failed")]
    public static partial void DeliveryRetried(this ILogger log, string topic, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Topic} went to an app without a handler and counts as handled")]
    public static partial void EventNotImplemented(this ILogger log, string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Topic} was moved to {DeadLetterTopic}")]
    public static partial void EventDeadLettered(this ILogger log, string topic, string deadLetterTopic);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be moved to {DeadLetterTopic} ({Code}) and is lost")]
    public static partial void DeadLetterFailed(this ILogger log, string deadLetterTopic, StatusCode code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of {Topic} is lost: its policy is exhausted and it has no dead letter topic")]
    public static partial void EventLost(this ILogger log, string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call to app {App} could not be forwarded ({Fault})")]
    public static partial void InvocationFailed(this ILogger log, string app, string fault);
}
