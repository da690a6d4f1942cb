namespace Backoffice.Coordination.Statistics;

/// <summary>
/// Lengths of time sorted into stretches, each a tenth longer than the one before: a length is known to five per cent, and
/// medians come from some hundred and thirty counts however many tasks there were.
/// </summary>
internal static class Durations
{
    /// <summary>Ten years of working hours; what is longer counts as that.</summary>
    private const int MostMinutes = 10 * 250 * 7 * 60;

    /// <summary>Where each stretch begins, in minutes.</summary>
    private static readonly int[] Begins = [.. Stretches()];

    /// <summary>The stretch that a length belongs to.</summary>
    public static int StretchOf(TimeSpan worked)
    {
        var found = Array.BinarySearch(Begins, (int)Math.Min(worked.TotalMinutes, MostMinutes));
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The length that this share of all is no longer than; null when there is none.</summary>
    public static TimeSpan? Quantile(double share, IReadOnlyCollection<(int Stretch, long Count)> counts)
    {
        var rank = (long)Math.Ceiling(share * counts.Sum(c => c.Count));
        foreach (var (stretch, count) in counts.OrderBy(c => c.Stretch))
        {
            if ((rank -= count) <= 0)
                return Middle(stretch);
        }
        return null;
    }

    private static TimeSpan Middle(int stretch)
    {
        var end = stretch + 1 < Begins.Length ? Begins[stretch + 1] : Begins[stretch] + 1;
        // Of a stretch of one minute all lengths are its begin.
        return TimeSpan.FromMinutes((Begins[stretch] + end - 1) / 2.0);
    }

    private static IEnumerable<int> Stretches()
    {
        for (var begin = 0; begin <= MostMinutes; begin = Math.Max(begin + 1, begin * 11 / 10))
            yield return begin;
    }
}
