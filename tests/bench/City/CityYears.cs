namespace Backoffice.Bench.City;

/// <summary>When documents are registered: every year more of them, evenly over its days from Monday to Friday and the hours of work.</summary>
internal sealed class CityYears
{
    private static readonly TimeSpan Opening = TimeSpan.FromHours(8.5);
    private static readonly TimeSpan Day = TimeSpan.FromHours(9);
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private readonly (int Year, int First, int Count, DateOnly[] Days)[] _years;

    public CityYears(int documents)
    {
        // Twice as many in the last year as in the first.
        var weights = Enumerable.Range(0, CityPlan.Years).Select(y => 1 + (y / (CityPlan.Years - 1.0))).ToArray();
        var (sum, first) = (0.0, 0);
        _years = [.. weights.Select((weight, y) =>
        {
            sum += weight;
            var next = (int)Math.Round(documents * (sum / weights.Sum()));
            var year = (CityPlan.FirstYear + y, first, next - first, DaysOf(CityPlan.FirstYear + y));
            first = next;
            return year;
        })];
    }

    /// <summary>How many were registered in each year.</summary>
    public IEnumerable<(int Year, int Count)> Counts => _years.Select(y => (y.Year, y.Count));

    /// <summary>Year, place in its register, and moment of the n-th document, from 0.</summary>
    public (int Year, long Sequence, DateTimeOffset Time) Of(int n)
    {
        var year = _years.First(y => n < y.First + y.Count);
        var place = (n - year.First) / (double)year.Count * year.Days.Length;
        var time = new DateTimeOffset(year.Days[(int)place].ToDateTime(default), Zone) + Opening + (Day * (place % 1));
        // Whole milliseconds: the suite's clocks have more, but no two documents need them.
        return (year.Year, n - year.First + 1, DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds()));
    }

    private static DateOnly[] DaysOf(int year) =>
        [.. Enumerable.Range(0, 366).Select(d => new DateOnly(year, 1, 1).AddDays(d)).Where(d => d.Year == year && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
}
