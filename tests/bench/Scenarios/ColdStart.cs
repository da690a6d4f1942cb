using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P11: how long `backoffice up` takes to its first answer, and how much memory it holds, beside empty services.</summary>
internal sealed class ColdStart : IScenario
{
    private readonly int _http = FreePort.Find();
    private readonly int _grpc = FreePort.Find();

    public string Id => "P11";

    public async Task RunAsync(BenchRun run)
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-bench-").FullName;
        try
        {
            var token = await FirstStartAsync(run, folder);
            await StartsAsync(run, folder, token);
            await MemoryAsync(run, folder, token);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        run.Page.Note(Id, "A start is to the first answered call through the gateway, just-in-time compiled, over the folder of an installation whose process was killed. "
            + "Services start at the same time, in the steps in which they need each other. By a sampling profile two thirds of the time are the runtime's own: compiling, and loading types. Compiling everything ahead saved a sixth and was left, because what is generic over several assemblies is compiled again. The first start of all creates six databases and the demonstration's bureau besides.");
    }

    /// <summary>The start on an empty folder; a token for those that follow.</summary>
    private async Task<string> FirstStartAsync(BenchRun run, string folder)
    {
        await using var suite = Suite(folder);
        var token = "";
        await suite.AnswersAsync(async () => token = await TokenAsync(folder));
        using var door = new Door(_http, _grpc, token);
        run.Page.Add(Row.Of(Id, "first start of all, on an empty folder", await suite.AnswersAsync(door.GrpcAsync), Unit.Seconds));
        return token;
    }

    private async Task StartsAsync(BenchRun run, string folder, string token)
    {
        var series = await InTurn.MeasureAsync(
            run.Turns,
            () => TimeAsync(() => Empty("--services", "1"), Bare),
            () => TimeAsync(() => Empty("--services", "6", "--redis", Path.Combine(folder, "bare")), Bare),
            () => TimeAsync(() => Suite(folder), d => d.GrpcAsync()));
        run.Page.Add(Row.Of(Id, "cold start of `backoffice up` to the first answer", "six empty services, YARP, embedded Redis", series[1], series[2], Unit.Seconds, Target.AtMost(2)));
        run.Page.Add(Row.Of(Id, "cold start of `backoffice up` to the first answer", "one empty service and YARP", series[0], series[2], Unit.Seconds));

        async Task<double> TimeAsync(Func<Child> start, Func<Door, Task> call)
        {
            await using var child = start();
            using var door = new Door(_http, _grpc, token);
            return await child.AnswersAsync(() => call(door));
        }
    }

    private async Task MemoryAsync(BenchRun run, string folder, string token)
    {
        double bare;
        await using (var empty = Empty("--services", "6", "--redis", Path.Combine(folder, "bare")))
        {
            using var first = new Door(_http, _grpc, token);
            await empty.AnswersAsync(() => Bare(first));
            bare = await IdleAsync(run, empty);
        }
        await using var suite = Suite(folder);
        using var door = new Door(_http, _grpc, token);
        await suite.AnswersAsync(door.GrpcAsync);
        var idle = await IdleAsync(run, suite);
        run.Page.Add(Row.Of(Id, "memory when idle", "six empty services, YARP, embedded Redis", new Series([bare]), new Series([idle]), Unit.Mebibytes));
        run.Page.Add(Row.Of(Id, "memory when idle", idle, Unit.Mebibytes, Target.AtMost(400, Unit.Mebibytes)));
        var (warm, calls) = run.Quick ? (200, 500) : (10_000, 30_000);
        await Load.RateOfAsync(16, warm, _ => door.GrpcAsync());
        var before = new Series([suite.MebibytesOfMemory]);
        await Load.RateOfAsync(16, calls, _ => door.GrpcAsync());
        run.Page.Add(Row.Of(Id, $"memory after {calls:#,0} calls more", $"after the first {warm:#,0}", before, new Series([suite.MebibytesOfMemory]), Unit.Mebibytes, Target.AtMost(1.1)));
    }

    private static async Task<double> IdleAsync(BenchRun run, Child child)
    {
        await Task.Delay(TimeSpan.FromSeconds(run.Quick ? 1 : 10));
        return child.MebibytesOfMemory;
    }

    private static Task Bare(Door door) => door.GetAsync();

    private Child Empty(params string[] arguments) => Child.Start("Backoffice.Bench", ["bare-host", "--http", $"{_http}", "--grpc", $"{_grpc}", .. arguments]);

    private Child Suite(string folder) => Demonstration.Start(folder, _http, _grpc);

    private Task<string> TokenAsync(string folder) => Demonstration.TokenAsync(folder, _http);
}
