using Backoffice.Proofreading.Characters;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Gradient boosting on the logistic loss, with figures sorted into bins. Always the same for the same data.</summary>
internal sealed class Grow(int size)
{
    private const int Bins = 64;
    private const int Depth = 5;
    private const double Rate = 0.12;
    private const double Damping = 2;

    private readonly List<float> _rows = [];
    private readonly List<bool> _right = [];

    public int Count => _right.Count;

    public void Add(ReadOnlySpan<double> row, bool right)
    {
        foreach (var figure in row)
            _rows.Add((float)figure);
        _right.Add(right);
    }

    public Forest Forest(int trees)
    {
        var limits = Enumerable.Range(0, size).Select(LimitsOf).ToArray();
        var bins = new byte[Count * size];
        for (var i = 0; i < Count; i++)
            for (var f = 0; f < size; f++)
                bins[i * size + f] = Bin(limits[f], _rows[i * size + f]);
        var right = (double)_right.Count(r => r);
        var start = Math.Log(right / (Count - right));
        var (sums, node) = (new double[Count], new int[Count]);
        Array.Fill(sums, start);
        var nodes = (1 << Depth) - 1;
        var (features, cuts, leaves) = (new byte[trees * nodes], new float[trees * nodes], new float[trees * (nodes + 1)]);
        var (first, second) = (new double[Count], new double[Count]);
        for (var tree = 0; tree < trees; tree++)
        {
            Array.Clear(node);
            for (var i = 0; i < Count; i++)
            {
                var p = 1 / (1 + Math.Exp(-sums[i]));
                first[i] = p - (_right[i] ? 1 : 0);
                second[i] = p * (1 - p);
            }
            for (var level = 0; level < Depth; level++)
            {
                var (from, width) = ((1 << level) - 1, 1 << level);
                var sum = new double[width * size * Bins * 2];
                for (var i = 0; i < Count; i++)
                    for (var f = 0; f < size; f++)
                    {
                        var cell = (((node[i] - from) * size + f) * Bins + bins[i * size + f]) * 2;
                        sum[cell] += first[i];
                        sum[cell + 1] += second[i];
                    }
                for (var n = 0; n < width; n++)
                {
                    var (feature, bin) = Best(sum, n);
                    features[tree * nodes + from + n] = (byte)feature;
                    cuts[tree * nodes + from + n] = bin < limits[feature].Length ? limits[feature][bin] : float.MaxValue;
                }
                for (var i = 0; i < Count; i++)
                    node[i] = 2 * node[i] + (_rows[i * size + features[tree * nodes + node[i]]] > cuts[tree * nodes + node[i]] ? 2 : 1);
            }
            var (gradient, curve) = (new double[nodes + 1], new double[nodes + 1]);
            for (var i = 0; i < Count; i++)
            {
                gradient[node[i] - nodes] += first[i];
                curve[node[i] - nodes] += second[i];
            }
            for (var leaf = 0; leaf <= nodes; leaf++)
                leaves[tree * (nodes + 1) + leaf] = (float)(-Rate * gradient[leaf] / (curve[leaf] + Damping));
            for (var i = 0; i < Count; i++)
                sums[i] += leaves[tree * (nodes + 1) + node[i] - nodes];
        }
        return new(Depth, start, features, cuts, leaves);
    }

    private (int Feature, int Bin) Best(double[] sum, int node)
    {
        var best = (Feature: 0, Bin: Bins, Gain: 1e-3);
        for (var f = 0; f < size; f++)
        {
            var cells = sum.AsSpan((node * size + f) * Bins * 2, Bins * 2);
            var (gradient, curve) = (0.0, 0.0);
            for (var b = 0; b < Bins; b++)
                (gradient, curve) = (gradient + cells[2 * b], curve + cells[2 * b + 1]);
            var (left, leftCurve) = (0.0, 0.0);
            for (var b = 0; b < Bins - 1; b++)
            {
                (left, leftCurve) = (left + cells[2 * b], leftCurve + cells[2 * b + 1]);
                if (leftCurve < 3 || curve - leftCurve < 3)
                    continue;
                var gain = left * left / (leftCurve + Damping) + (gradient - left) * (gradient - left) / (curve - leftCurve + Damping) - gradient * gradient / (curve + Damping);
                if (gain > best.Gain)
                    best = (f, b, gain);
            }
        }
        return (best.Feature, best.Bin);
    }

    private float[] LimitsOf(int feature)
    {
        var figures = Enumerable.Range(0, Count).Select(i => _rows[i * size + feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(b => figures[(int)((long)b * figures.Length / Bins)]).Distinct()];
    }

    private static byte Bin(float[] limits, float figure)
    {
        var bin = Array.BinarySearch(limits, figure);
        return (byte)(bin < 0 ? ~bin : bin);
    }
}
