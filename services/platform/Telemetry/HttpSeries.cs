using Microsoft.AspNetCore.Http.Features;

namespace Backoffice.Platform.Telemetry;

/// <summary>
/// Labels the metrics of HTTP with the service that was asked. What scrapes cannot: in a process of all services one page tells of
/// them all, and a call through the gateway is a request at two of them.
/// </summary>
public static class HttpSeries
{
    public static void UseHttpSeries(this IApplicationBuilder app, string service)
    {
        var own = new KeyValuePair<string, object?>(Metrics.Service, service);
        app.Use((context, next) =>
        {
            context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(own);
            return next(context);
        });
    }
}
