namespace Backoffice.Bench.Measuring;

/// <summary>What one contender achieved, turn by turn.</summary>
internal sealed record Series(IReadOnlyList<double> Figures)
{
    public double Median => MedianOf(Figures);

    /// <summary>Below what figure a part of them lies.</summary>
    public double Within(double part) => new Times(Figures).Within(part);

    /// <summary>
    /// The median of this contender's figures, each over the other's of the same turn: what else the machine did meanwhile
    /// slowed both of one turn, but not all turns alike.
    /// </summary>
    public double Over(Series limit) => MedianOf([.. Figures.Zip(limit.Figures, (mine, other) => mine / other)]);

    /// <summary>The slower of two rates, turn by turn.</summary>
    public Series Slower(Series other) => new([.. Figures.Zip(other.Figures, Math.Min)]);

    private static double MedianOf(IReadOnlyList<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
