using System.Collections.Concurrent;
using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P11: whether memory, open handles and latency of the whole suite grow while a bureau works, minute after minute.</summary>
internal sealed class Soak : IScenario
{
    private const int Users = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly int _http = FreePort.Find();
    private readonly int _grpc = FreePort.Find();

    public string Id => "P11s";

    public async Task RunAsync(BenchRun run)
    {
        if (run.SoakMinutes == 0)
            return;
        var folder = Directory.CreateTempSubdirectory("backoffice-bench-").FullName;
        try
        {
            await using var suite = Demonstration.Start(folder, _http, _grpc);
            Report(run, await WorkAsync(run, suite, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<Minute>> WorkAsync(BenchRun run, Child suite, string folder)
    {
        var documents = new Documents(run.Words, seed: 11);
        var names = new ConcurrentQueue<string>();
        var minutes = new List<Minute>();
        // The clerk can work when the demonstration's directory has reached every service.
        await suite.AnswersAsync(async () =>
        {
            using var first = new OrdinaryWork(_grpc, await Demonstration.TokenAsync(folder, _http), documents, names);
            await first.DoAsync(0);
        });
        var calls = (int)(Users * TimeSpan.FromMinutes(1) / Pause);
        while (minutes.Count < run.SoakMinutes)
        {
            // As people do, who sign in again before their token ends.
            using var work = new OrdinaryWork(_grpc, await Demonstration.TokenAsync(folder, _http), documents, names);
            var before = 1 + (minutes.Count * calls);
            var processor = suite.MicrosecondsOfCpu;
            var times = await Load.PacedAsync(Users, Pause, calls, i => work.DoAsync(before + i));
            minutes.Add(new Minute(times.Within(0.95), suite.MebibytesOfMemory, suite.Handles, (suite.MicrosecondsOfCpu - processor) / calls));
            Console.WriteLine($"     minute {minutes.Count}: {minutes[^1]}");
        }
        return minutes;
    }

    /// <summary>The last third beside the middle one: in the first the runtime compiles and caches fill.</summary>
    private void Report(BenchRun run, IReadOnlyList<Minute> minutes)
    {
        var third = Math.Max(1, minutes.Count / 3);
        var (middle, last) = (minutes.Take(minutes.Count - third).TakeLast(third).ToList(), minutes.TakeLast(third).ToList());
        Add("memory", m => m.Memory, Unit.Mebibytes, 1.1);
        Add("open handles", m => m.Handles, Unit.Open, 1.1);
        Add("p95 of a call", m => m.P95, Unit.Milliseconds, 1.25);
        Add("processor time of a call", m => m.Cpu, Unit.MicrosecondsOfCpu, 1.25);
        run.Page.Note(Id, $"{Users} clerks make a call a second each, through the gateway, to `backoffice up --demo` on SQLite, for {minutes.Count} minutes: of ten calls one registers, one puts a document under way, "
            + "eight read – lists, a search, documents, inbox and counts. Both thirds are medians of their minutes; the first third is left out. The store grows by a hundred documents a minute all the while, "
            + "and every inbox with it.");

        void Add(string what, Func<Minute, double> figure, Unit unit, double most) => run.Page.Add(Row.Of(
            Id, $"{what}, the last {third} of {minutes.Count} minutes of work", $"the {third} minutes before", new Series([new Series([.. middle.Select(figure)]).Median]), new Series([new Series([.. last.Select(figure)]).Median]), unit, Target.AtMost(most)));
    }

    /// <param name="P95">Milliseconds within which nineteen of twenty calls were answered.</param>
    /// <param name="Memory">Mebibytes of the process at the end of the minute.</param>
    /// <param name="Handles">Files, sockets and the like that it had open then.</param>
    /// <param name="Cpu">Microseconds of processor time for each call.</param>
    private sealed record Minute(double P95, double Memory, double Handles, double Cpu);
}
