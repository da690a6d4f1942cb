namespace Backoffice.Bench.Measuring;

/// <summary>How long each of some calls took, in milliseconds.</summary>
internal sealed class Times
{
    private readonly double[] _sorted;

    public Times(IEnumerable<double> milliseconds) => _sorted = [.. milliseconds.Order()];

    /// <summary>Within what time a part of them was answered.</summary>
    public double Within(double part) => _sorted[Math.Min(_sorted.Length - 1, (int)(part * _sorted.Length))];

    public Times With(Times others) => new(_sorted.Concat(others._sorted));
}
