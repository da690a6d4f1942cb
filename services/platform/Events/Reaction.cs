using Backoffice.Platform.Contracts;
using Backoffice.Platform.V1;
using Google.Protobuf;

namespace Backoffice.Platform.Events;

/// <summary>
/// What a service does when an event of another service reaches it. Runs inside the turn that also moves the mark, so its
/// effect happens exactly once however often the event is delivered. Registered as `WhenX` in the module.
/// </summary>
public interface IReaction<in TEvent> where TEvent : IMessage
{
    Task OnAsync(TEvent happened, EventRecord record, CancellationToken stop);
}

/// <summary>One registered reaction, ready to be called with the event as carried.</summary>
/// <param name="Read">Makes the event of what was carried.</param>
/// <param name="OrderKey">Events with the same key are applied in their order only.</param>
internal sealed record ReactionRoute(
    string Producer, string Type, Type Reaction,
    Func<EventRecord, IMessage> Read, Func<IMessage, string> OrderKey, Func<IServiceProvider, IMessage, EventRecord, CancellationToken, Task> Run)
{
    public static ReactionRoute Of<TEvent, TReaction>(Func<TEvent, string>? orderKey = null)
        where TEvent : class, IMessage<TEvent>, new()
        where TReaction : class, IReaction<TEvent>
    {
        var type = new TEvent().Descriptor;
        // Package backoffice.<service>.v1: the service is the producer.
        return new ReactionRoute(
            type.File.Package.Split('.')[1],
            type.FullName,
            typeof(TReaction),
            record => NewerJson.Parser.Parse<TEvent>(record.PayloadJson),
            happened => orderKey is null ? type.FullName : orderKey((TEvent)happened),
            (services, happened, record, stop) => services.GetRequiredService<TReaction>().OnAsync((TEvent)happened, record, stop));
    }

    /// <summary>An event as pub/sub carried it.</summary>
    public static EventRecord Carried(string json) => NewerJson.Parser.Parse<EventRecord>(json);
}

/// <summary>Names of topics.</summary>
internal static class Topics
{
    /// <summary>The Dapr component all events go through.</summary>
    public const string PubSub = "events";

    public static string Of(string producer) => $"{producer}-events";

    /// <summary>Where deliveries to one consumer end that could not be handled; the consumer reads it too, as a hint to look at the feed.</summary>
    public static string DeadOf(string producer, string consumer) => $"{producer}-events-dead-{consumer}";
}
