using Backoffice.Bench.Measuring;

namespace Backoffice.Bench.Report;

/// <summary>One line of the table.</summary>
/// <param name="Work">What the suite does.</param>
/// <param name="Limit">The least program that does the same.</param>
/// <param name="Met">Empty where no target is set.</param>
internal sealed record Row(string Scenario, string Work, string Limit, string LimitFigure, string SuiteFigure, string Ratio, string Target, string Met)
{
    /// <summary>A ratio, judged or not.</summary>
    public static Row Of(string scenario, string work, string limitName, Series limit, Series suite, Unit unit, Target? target = null)
    {
        var ratio = suite.Over(limit);
        return new Row(scenario, work, limitName, unit.Show(limit.Median), unit.Show(suite.Median), Unit.Digits(ratio), target?.Text ?? "", Judge(target, ratio));
    }

    /// <summary>What the suite takes on top of the limit.</summary>
    public static Row Difference(string scenario, string work, string limitName, Series limit, Series suite, Unit unit, Target target)
    {
        var more = new Series([.. suite.Figures.Zip(limit.Figures, (s, l) => s - l)]).Median;
        return new Row(scenario, work, limitName, unit.Show(limit.Median), unit.Show(suite.Median), $"+{Unit.Digits(more)}", target.Text, Judge(target, more));
    }

    /// <summary>A figure that may be so many times the limit's, and a fixed cost more.</summary>
    public static Row Beside(string scenario, string work, string limitName, double limit, double suite, Unit unit, double times, double plus)
    {
        var target = new Target($"≤ {Unit.Digits(times)} × limit + {unit.Show(plus)}", s => s <= (times * limit) + plus);
        return new Row(scenario, work, limitName, unit.Show(limit), unit.Show(suite), Unit.Digits(suite / limit), target.Text, Judge(target, suite));
    }

    /// <summary>A figure that stands by itself.</summary>
    public static Row Of(string scenario, string work, double figure, Unit unit, Target? target = null) =>
        new(scenario, work, "–", "", unit.Show(figure), "", target?.Text ?? "", Judge(target, figure));

    private static string Judge(Target? target, double figure) => target is null ? "" : target.IsMet(figure) ? "yes" : "**no**";
}
