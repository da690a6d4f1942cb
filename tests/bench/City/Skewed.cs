namespace Backoffice.Bench.City;

/// <summary>Chooses among some as life does: the n-th about 1/n-th as often as the first.</summary>
internal sealed class Skewed
{
    private readonly double[] _upTo;

    /// <param name="count">How many there are.</param>
    /// <param name="steepness">0 chooses all alike, 1 is Zipf's law.</param>
    public Skewed(int count, double steepness)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            _upTo[i] = sum += Math.Pow(i + 1, -steepness);
    }

    public int Choose(Random random)
    {
        var place = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return Math.Min(place < 0 ? ~place : place + 1, _upTo.Length - 1);
    }

    /// <summary>Shares out a total by the same weights, so many to each at least.</summary>
    public int[] Share(int total, int least)
    {
        var shares = new int[_upTo.Length];
        var free = total - (least * _upTo.Length);
        // Rounded as a running sum, so that nothing is lost or made.
        for (var (i, given) = (0, 0); i < shares.Length; i++)
        {
            var upTo = (int)Math.Round(free * (_upTo[i] / _upTo[^1]));
            (shares[i], given) = (least + upTo - given, upTo);
        }
        return shares;
    }
}
