namespace Backoffice.Bench.Measuring;

/// <summary>Lets contenders run one after another, again and again: A B A B, never A A B B.</summary>
internal static class InTurn
{
    /// <param name="turns">How often each runs; a first run of each warms up and does not count.</param>
    /// <param name="contenders">Each runs once and says its figure.</param>
    public static async Task<IReadOnlyList<Series>> MeasureAsync(int turns, params IReadOnlyList<Func<Task<double>>> contenders)
    {
        var figures = contenders.Select(_ => new List<double>()).ToList();
        for (var turn = 0; turn <= turns; turn++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                // What one leaves behind is not collected in another's time.
                GC.Collect();
                var figure = await contenders[i]();
                if (turn > 0)
                    figures[i].Add(figure);
            }
        }
        return [.. figures.Select(f => new Series(f))];
    }
}
