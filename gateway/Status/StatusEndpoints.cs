namespace Backoffice.Gateway.Status;

/// <summary>`/healthz`: the gateway runs. `/readyz`: it can take calls. `/status`: the health of the whole, service by service.</summary>
internal static class StatusEndpoints
{
    public static void Map(WebApplication app)
    {
        var both = app.MapGroup("").WithMetadata(new SeenFrom(Doors.Public | Doors.Ops));
        both.MapGet("/healthz", () => Results.Text("Healthy"));
        both.MapGet("/readyz", () => Results.Text("Healthy"));
        both.MapGet("/status", async (SuiteStatus suite, HttpContext context) =>
        {
            var services = await suite.AskAsync(context.RequestAborted);
            var ready = services.All(s => s.Ready);
            return Results.Json(
                new { ready, services = services.Select(s => new { service = s.Service, ready = s.Ready, milliseconds = Math.Round(s.Milliseconds, 1) }) },
                statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
