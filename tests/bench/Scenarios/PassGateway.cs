using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Document;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P1: what the gateway adds to a call, beside bare YARP before the same service. Each door is a process of its own.</summary>
internal sealed class PassGateway : IScenario
{
    private const int InFlight = 32;

    public string Id => "P1";

    public async Task RunAsync(BenchRun run)
    {
        await using var suite = await Suite.StartAsync(StoreKind.Sqlite, DocumentModule.Module);
        await suite.PublishAsync(Office.Directory);
        var (http, grpc, bareHttp, bareGrpc) = (FreePort.Find(), FreePort.Find(), FreePort.Find(), FreePort.Find());
        await using var gateway = Child.Start("Backoffice.Gateway", [], SettingsOf(suite, http, grpc));
        await using var bare = Child.Start("Backoffice.Bench", ["bare-proxy", "--http", $"{bareHttp}", "--grpc", $"{bareGrpc}", "--to", suite.AddressOf("document").ToString()]);
        // Nobody in the directory: the service authenticates, authorises, validates – and has nothing to read, so that the doors' share shows.
        var token = suite.Issuer.Token("visitor", Role.Clerk);
        using var through = new Door(http, grpc, token);
        using var plain = new Door(bareHttp, bareGrpc, token);
        await gateway.AnswersAsync(through.GrpcAsync);
        await bare.AnswersAsync(plain.GrpcAsync);

        foreach (var (wire, call) in ((string, Func<Door, Task>)[])[("gRPC", d => d.GrpcAsync()), ("gRPC-Web", d => d.GrpcWebAsync()), ("JSON", d => d.JsonAsync())])
            await MeasureAsync(run, wire, (bare, () => call(plain)), (gateway, () => call(through)));
        run.Page.Note(Id, "The call needs no database, so that the door's share shows; client, doors and service share the machine's cores. "
            + "On top of the proxy the gateway checks the token, counts the budget, and keeps trace and metrics. By a sampling profile its own code is a thirtieth of its processor time, "
            + "traces and metrics a twentieth, and the proxy with the server around it a third; as much again is still compiling, in a run as short as this, and gRPC, which comes first, pays most of that.");
    }

    private async Task MeasureAsync(BenchRun run, string wire, (Child Process, Func<Task> Call) bare, (Child Process, Func<Task> Call) gateway)
    {
        var (bareCpu, gatewayCpu) = (new List<double>(), new List<double>());
        var series = await InTurn.MeasureAsync(run.Turns, () => RateAsync(bare, bareCpu), () => RateAsync(gateway, gatewayCpu));
        var work = $"an authenticated call over {wire}, {InFlight} in flight";
        run.Page.Add(Row.Of(Id, work, "bare YARP", series[0], series[1], Unit.PerSecond, Target.AtLeast(0.85)));
        // The first of each is the warm-up.
        var (less, more) = (new Series([.. bareCpu.Skip(1)]), new Series([.. gatewayCpu.Skip(1)]));
        run.Page.Add(Row.Difference(Id, $"the same, the door's processor time per call", "bare YARP", less, more, Unit.MicrosecondsOfCpu, Target.AtMost(15, Unit.MicrosecondsOfCpu)));

        async Task<double> RateAsync((Child Process, Func<Task> Call) door, List<double> cpu)
        {
            var calls = 0;
            var before = door.Process.MicrosecondsOfCpu;
            var rate = await Load.RateAsync(InFlight, run.Length, _ =>
            {
                Interlocked.Increment(ref calls);
                return door.Call();
            });
            cpu.Add((door.Process.MicrosecondsOfCpu - before) / calls);
            return rate;
        }
    }

    /// <summary>The budget is on and counts every call; it is only too large to be spent here.</summary>
    private static Dictionary<string, string> SettingsOf(Suite suite, int http, int grpc) => new()
    {
        ["Backoffice__Redis"] = suite.Redis,
        ["Backoffice__Issuer"] = TestIssuer.Issuer,
        ["Backoffice__JwksUrl"] = suite.Issuer.JwksUrl,
        ["Gateway__HttpUrl"] = $"http://127.0.0.1:{http}",
        ["Gateway__GrpcUrl"] = $"http://127.0.0.1:{grpc}",
        ["Gateway__Services__document"] = suite.AddressOf("document").ToString(),
        ["Gateway__Burst"] = "10000000",
        ["Gateway__UnitsPerSecond"] = "1000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
