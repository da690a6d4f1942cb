namespace Backoffice.Bench.Report;

/// <summary>What a ratio, or a figure, should be.</summary>
internal sealed record Target(string Text, Func<double, bool> IsMet)
{
    public static Target AtLeast(double bound) => new($"≥ {Unit.Digits(bound)}", r => r >= bound);

    public static Target AtMost(double bound) => new($"≤ {Unit.Digits(bound)}", r => r <= bound);

    public static Target AtMost(double bound, Unit unit) => new($"≤ {unit.Show(bound)}", r => r <= bound);

    public static Target Within(double lowest, double highest) => new($"{Unit.Digits(lowest)} – {Unit.Digits(highest)}", r => r >= lowest && r <= highest);
}
