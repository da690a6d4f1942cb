using Backoffice.Platform.Hosting;
using Backoffice.Platform.Redis;
using Backoffice.Platform.Telemetry;
using StackExchange.Redis;

namespace Backoffice.Platform.Events;

/// <summary>The gauge of the stream, and whether there is one at all: an embedded Redis has none, and topics lie in files.</summary>
internal sealed class StreamGauge(ServiceMetrics metrics)
{
    public Figures Length { get; } = metrics.Gauge(Metrics.StreamLength);

    public bool Exists { get; set; } = true;
}

/// <summary>Asks Redis how long the stream of the service's own events is. Dapr names a stream as its topic.</summary>
internal sealed class StreamFigures(RedisConnection redis, StreamGauge gauge, ServiceIdentity service, ILogger<StreamFigures> logger) : IFigureReader
{
    public async Task ReadAsync(CancellationToken stop)
    {
        if (!gauge.Exists)
            return;
        try
        {
            gauge.Length.Tell(await redis.Database.StreamLengthAsync(Topics.Of(service.Name)));
        }
        catch (RedisServerException e) when (e.Message.Contains("unknown command", StringComparison.OrdinalIgnoreCase))
        {
            gauge.Exists = false;
        }
        catch (Exception e) when (RedisConnection.IsAway(e))
        {
            // Redis may be away; what is published meanwhile waits in the log, which other figures tell.
            PlatformLog.StreamNotMeasured(logger, e);
        }
    }
}
