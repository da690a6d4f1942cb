using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Scenarios;

/// <summary>P4: steps of approval on a store with ever more finished matters, beside themselves where there are few.</summary>
internal sealed class Approve : IScenario
{
    private const int Users = 64;
    private const int Few = 1000;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public string Id => "P4";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var kind in run.Stores)
            await RunAsync(run, kind);
        run.Page.Note(Id, "A step is the office director's proposal (拟办) or the director's instruction (批示) of a matter of its own, the first done on it, each call with a token and a request id. "
            + $"{Users} callers without a pause between their steps keep the service saturated: what they wait for is the queue of writers; users who read before they act do not. "
            + "Finished matters are twenty real ones – registered, screened, read and closed – with their rows multiplied under new ids and numbers in every table but the log of events, to which a call only appends. What a step left to do later, telling the search index of its readers, is done meanwhile and is in these figures. "
            + "By a sampling profile on SQLite two fifths of the processor time are compiling, as the run is short; of the rest a fifth saves what steps change, an eighth reads it, a tenth is SQLite itself, and a quarter puts the matters under way before. Saturated, a step takes as long as the 63 before it: two cores do some 180 a second. Beside a million finished matters a step took 0.71 (SQLite) and 0.74 (PostgreSQL) of what it took beside a thousand, on 2026-11-26; P18 has it among a city's six million steps.");
    }

    private async Task RunAsync(BenchRun run, StoreKind kind)
    {
        var stores = new List<MatterStore>();
        try
        {
            foreach (var finished in run.Quick ? new[] { 100, 200 } : [Few, run.Matters])
                stores.Add(await MatterStore.FillAsync(run, kind, finished));
            await RunAsync(run, kind, stores);
        }
        finally
        {
            foreach (var store in stores)
                await store.DisposeAsync();
        }
    }

    private async Task RunAsync(BenchRun run, StoreKind kind, List<MatterStore> stores)
    {
        var (late, calm) = (stores.Select(_ => new List<double>()).ToList(), stores.Select(_ => new List<double>()).ToList());
        var series = await InTurn.MeasureAsync(run.Turns, [.. stores.Select((store, i) => new Func<Task<double>>(async () =>
        {
            calm[i].Add((await StepsAsync(store, Users, (count, step) => Load.PacedAsync(Users, Pace, count, step))).Within(0.95));
            var times = await StepsAsync(store, run.Quick ? Users : 2 * Users, (count, step) => Load.TimesOfAsync(Users, count, step));
            late[i].Add(times.Within(0.95));
            return times.Within(0.5);
        }))]);
        for (var i = 0; i < stores.Count; i++)
        {
            var where = $"{BenchRun.NameOf(kind)}, {stores[i].Finished:#,0} finished matters";
            if (i > 0)
                run.Page.Add(Row.Of(Id, $"median of a step of approval, {Users} in flight, {where}", $"itself at {stores[0].Finished:#,0}", series[0], series[i], Unit.Milliseconds, Target.AtMost(1.15)));
            run.Page.Add(Row.Of(Id, $"p95 of a step of approval, {Users} in flight, {where}", OfTurns(late[i]), Unit.Milliseconds, Target.AtMost(200, Unit.Milliseconds)));
            run.Page.Add(Row.Of(Id, $"p95 of a step of approval, {Users} users with a step every {Pace.TotalSeconds:0} s each, {where}", OfTurns(calm[i]), Unit.Milliseconds, Target.AtMost(200, Unit.Milliseconds)));
        }

        // What came before the turns was to warm up.
        double OfTurns(List<double> figures) => new Series([.. figures.TakeLast(run.Turns)]).Median;
    }

    /// <summary>Proposes and instructs as many matters as it has put under way before.</summary>
    private static async Task<Times> StepsAsync(MatterStore store, int count, Func<int, Func<int, Task>, Task<Times>> load)
    {
        var matters = await store.ScreenAsync(count);
        var proposed = await load(count, i => store.Desks.ProposeAsync(matters[i]));
        var instructed = await load(count, i => store.Desks.InstructAsync(matters[i]));
        return proposed.With(instructed);
    }
}
