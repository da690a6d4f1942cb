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
    private const int Some = 100_000;

    public string Id => "P4";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var kind in BenchRun.Stores)
            await RunAsync(run, kind);
        run.Page.Note(Id, "A step is the office director's proposal (拟办) or the director's instruction (批示) of a matter of its own, the first done on it, each call with a token and a request id. "
            + $"{Users} callers without a pause between their steps keep the service saturated: the median is how long the queue of writers is, not how long a step takes. "
            + "Finished matters are twenty real ones – registered, seven acts, two readers – with all their rows multiplied under new ids and numbers.");
    }

    private async Task RunAsync(BenchRun run, StoreKind kind)
    {
        var stores = new List<MatterStore>();
        try
        {
            foreach (var finished in run.Quick ? [100, 200] : new[] { Few, Some, run.Matters }.Where(n => n <= run.Matters).Distinct())
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
        var late = stores.Select(_ => new List<double>()).ToList();
        var series = await InTurn.MeasureAsync(run.Turns, [.. stores.Select((store, i) => new Func<Task<double>>(async () =>
        {
            var times = await StepsAsync(store, run.Quick ? Users : 4 * Users);
            late[i].Add(times.Within(0.95));
            return times.Within(0.5);
        }))]);
        for (var i = 0; i < stores.Count; i++)
        {
            var where = $"{BenchRun.NameOf(kind)}, {stores[i].Finished:#,0} finished matters";
            if (i > 0)
                run.Page.Add(Row.Of(Id, $"median of a step of approval, {Users} in flight, {where}", $"itself at {stores[0].Finished:#,0}", series[0], series[i], Unit.Milliseconds, Target.AtMost(1.15)));
            // What came before the turns was to warm up.
            run.Page.Add(Row.Of(Id, $"p95 of a step of approval, {Users} in flight, {where}", new Series([.. late[i].TakeLast(run.Turns)]).Median, Unit.Milliseconds, Target.AtMost(200, Unit.Milliseconds)));
        }
    }

    /// <summary>Proposes and instructs as many matters as it has put under way before.</summary>
    private static async Task<Times> StepsAsync(MatterStore store, int count)
    {
        var matters = await store.ScreenAsync(count);
        var proposed = await Load.TimesOfAsync(Users, count, i => store.Desks.ProposeAsync(matters[i]));
        var instructed = await Load.TimesOfAsync(Users, count, i => store.Desks.InstructAsync(matters[i]));
        return proposed.With(instructed);
    }
}
