namespace Backoffice.Bench.Measuring;

/// <summary>Lets contenders run one after another, again and again: A B A B, never A A B B.</summary>
internal static class InTurn
{
    private const int MostWarmUps = 5;

    /// <param name="turns">How often each runs, warmed up.</param>
    /// <param name="contenders">Each runs once and says its figure.</param>
    public static async Task<IReadOnlyList<Series>> MeasureAsync(int turns, params IReadOnlyList<Func<Task<double>>> contenders)
    {
        foreach (var contender in contenders)
            await WarmUpAsync(contender, turns > 1 ? MostWarmUps : 1);
        var figures = contenders.Select(_ => new List<double>()).ToList();
        for (var turn = 0; turn < turns; turn++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                // What one leaves behind is not collected in another's time.
                GC.Collect();
                figures[i].Add(await contenders[i]());
            }
        }
        return [.. figures.Select(f => new Series(f))];
    }

    // A server runs for weeks; the seconds in which the runtime compiles and recompiles its code are a start's, not a call's.
    private static async Task WarmUpAsync(Func<Task<double>> contender, int most)
    {
        var before = await contender();
        for (var i = 1; i < most; i++)
        {
            var now = await contender();
            if (Math.Abs(now - before) < 0.05 * before)
                return;
            before = now;
        }
    }
}
