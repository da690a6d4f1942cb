using System.Diagnostics;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Telemetry;
using Backoffice.Platform.V1;
using Google.Protobuf;

namespace Backoffice.Platform.Events;

/// <summary>Everything a service reacts to.</summary>
internal sealed class Reactions(IEnumerable<ReactionRoute> routes, ServiceIdentity service)
{
    private readonly ILookup<string, ReactionRoute> _routes = routes.ToLookup(r => r.Type);

    public IReadOnlyList<string> Producers { get; } = [.. routes.Select(r => r.Producer).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The producers of the events that some of the reactions are to.</summary>
    public IReadOnlyList<string> ProducersOf(Func<ReactionRoute, bool> wanted) => [.. _routes.SelectMany(r => r).Where(wanted).Select(r => r.Producer).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The event with what is to be done about it.</summary>
    public Reaction Of(EventRecord record) => Of(record, _ => true);

    /// <summary>The same for some of the reactions only.</summary>
    public Reaction Of(EventRecord record, Func<ReactionRoute, bool> wanted)
    {
        var concerned = _routes[record.Type].Where(wanted).ToList();
        var happened = concerned.Count > 0 ? concerned[0].Read(record) : null;
        return new Reaction(record, happened, happened is null ? "" : concerned[0].OrderKey(happened), concerned, service.Name);
    }
}

/// <summary>One event and what a service does about it; nothing, for most.</summary>
internal sealed record Reaction(EventRecord Record, IMessage? Happened, string OrderKey, IReadOnlyList<ReactionRoute> Routes, string Service)
{
    /// <summary>Shows in the trace of the call that caused the event, even where nothing is to be done.</summary>
    public async Task RunAsync(IServiceProvider services, CancellationToken stop)
    {
        using var activity = ServiceTelemetry.StartOf(Record, "apply", ActivityKind.Consumer, Service);
        foreach (var route in Routes)
            await route.Run(services, Happened!, Record, stop);
    }
}
