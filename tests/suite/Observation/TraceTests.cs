using System.Collections.Concurrent;
using System.Diagnostics;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Observation;

public sealed class TraceTests(Demonstrations demonstrations)
{
    [Theory, EveryDatabase]
    public async Task One_trace_leads_from_the_call_through_gateway_service_and_store_to_the_consumers_of_its_event(StoreKind store)
    {
        var suite = await demonstrations.On(store);
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("backoffice.", StringComparison.Ordinal) || source.Name is "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("backoffice.tests");
        using var root = source.StartActivity("a browser's click")!;
        var trace = root.TraceId;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/incomingDocuments")
        {
            Content = new StringContent($$"""{"title": "跟踪 {{Guid.NewGuid()}}"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("authorization", $"Bearer {await suite.TokenAsync("clerk")}");
        using var response = await suite.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();

        await Eventually.SameAsync(
            () => Task.FromResult(string.Join('\n', InTrace().Select(s => $"{s.Source.Name} {s.OperationName}"))),
            names => new[] { "coordination", "archive" }.All(service => names.Contains($"backoffice.{service}.v1 apply backoffice.document.v1.IncomingDocumentRegistered")));

        var found = InTrace();
        var ports = suite.Modules.ToDictionary(m => m.Name, m => m.Grpc.Port);
        found.ShouldContain(s => s.Kind == ActivityKind.Server && Port(s) == suite.Http.BaseAddress!.Port, "the gateway's span");
        found.ShouldContain(s => s.Kind == ActivityKind.Server && Port(s) == ports["document"], "the service's span");
        found.ShouldContain(s => s.OperationName == "sql" && s.Source.Name == "backoffice.document.v1", "the store's span");
        found.ShouldContain(s => s.OperationName == "publish backoffice.document.v1.IncomingDocumentRegistered", "the event's span");
        found.ShouldContain(s => s.Kind == ActivityKind.Consumer && s.Source.Name == "backoffice.coordination.v1", "the consumer's span");
        found.ShouldContain(s => s.OperationName == "sql" && s.Source.Name == "backoffice.coordination.v1", "the consumer's store");
        found.Where(s => s.OperationName == "sql").ShouldAllBe(s => s.Tags.All(t => t.Value == null || !t.Value.Contains("跟踪")), "no span holds what was sent");

        List<Activity> InTrace() => [.. spans.Where(s => s.TraceId == trace)];
    }

    private static int Port(Activity span) => span.GetTagItem("server.port") is int port ? port : span.GetTagItem("server.port") is long number ? (int)number : 0;
}
