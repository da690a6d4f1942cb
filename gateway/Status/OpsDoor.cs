using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Backoffice.Gateway.Status;

/// <summary>
/// Two doors: the operator's port answers health and metrics and leads to no service, the public ports show no metrics. Which
/// door a request came by is told by its connection, for headers can be forged.
/// </summary>
internal sealed class OpsDoor(RequestDelegate next)
{
    public static void Mark(ListenOptions listen) => listen.Use(accept => connection =>
    {
        connection.Features.Set(new OpsConnection());
        return accept(connection);
    });

    public Task InvokeAsync(HttpContext context)
    {
        var seenFrom = context.GetEndpoint()?.Metadata.GetMetadata<SeenFrom>()?.Doors ?? Doors.Public;
        var door = context.Features.Get<OpsConnection>() is null ? Doors.Public : Doors.Ops;
        if (!seenFrom.HasFlag(door))
            context.SetEndpoint(null);
        return next(context);
    }

    private sealed record OpsConnection;
}

/// <summary>By which doors an endpoint is reached; without it, by the public one only.</summary>
internal sealed record SeenFrom(Doors Doors);

[Flags]
internal enum Doors
{
    Public = 1,
    Ops = 2,
}
