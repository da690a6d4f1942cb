using Backoffice.Proofreading.Characters;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Gradient boosting on the logistic loss, with figures sorted into bins. Always the same for the same data.</summary>
internal sealed class Grow(int size)
{
    private const int Bins = 64;
    private const int Depth = 5;
    private const int Nodes = (1 << Depth) - 1;
    private const double Rate = 0.12;
    private const double Damping = 2;
    private const double LeastCurve = 3;
    private const double LeastGain = 1e-3;

    private readonly List<float> _rows = [];
    private readonly List<bool> _right = [];

    // Of each row: the sum of the trees so far, its slope and curve, and the node it has come to in the present tree.
    private double[] _sums = [];
    private double[] _slope = [];
    private double[] _curve = [];
    private int[] _node = [];
    private float[][] _limits = [];
    private byte[] _bins = [];

    private int Count => _right.Count;

    public void Add(ReadOnlySpan<double> row, bool right)
    {
        foreach (var figure in row)
            _rows.Add((float)figure);
        _right.Add(right);
    }

    public Forest Forest(int trees)
    {
        var start = Math.Log((double)_right.Count(r => r) / _right.Count(r => !r));
        (_sums, _slope, _curve, _node) = (new double[Count], new double[Count], new double[Count], new int[Count]);
        Array.Fill(_sums, start);
        SortIntoBins();
        var forest = new Forest(Depth, start, new byte[trees * Nodes], new float[trees * Nodes], new float[trees * (Nodes + 1)]);
        for (var tree = 0; tree < trees; tree++)
        {
            Lean();
            for (var level = 0; level < Depth; level++)
                Split(forest, tree, level);
            Settle(forest.Leaves.AsSpan(tree * (Nodes + 1), Nodes + 1));
        }
        return forest;
    }

    private void SortIntoBins()
    {
        _limits = [.. Enumerable.Range(0, size).Select(LimitsOf)];
        _bins = new byte[Count * size];
        for (var i = 0; i < _bins.Length; i++)
        {
            var bin = Array.BinarySearch(_limits[i % size], _rows[i]);
            _bins[i] = (byte)(bin < 0 ? ~bin : bin);
        }
    }

    // Where each row would have to go, and how far.
    private void Lean()
    {
        Array.Clear(_node);
        for (var i = 0; i < Count; i++)
        {
            var p = 1 / (1 + Math.Exp(-_sums[i]));
            _slope[i] = p - (_right[i] ? 1 : 0);
            _curve[i] = p * (1 - p);
        }
    }

    private void Split(Forest forest, int tree, int level)
    {
        var (from, width) = ((1 << level) - 1, 1 << level);
        var sum = new double[width * size * Bins * 2];
        for (var i = 0; i < Count; i++)
            for (var f = 0; f < size; f++)
            {
                var cell = ((((_node[i] - from) * size) + f) * Bins + _bins[(i * size) + f]) * 2;
                sum[cell] += _slope[i];
                sum[cell + 1] += _curve[i];
            }
        for (var n = 0; n < width; n++)
        {
            var (feature, bin) = Best(sum, n);
            forest.Features[(tree * Nodes) + from + n] = (byte)feature;
            forest.Limits[(tree * Nodes) + from + n] = bin < _limits[feature].Length ? _limits[feature][bin] : float.MaxValue;
        }
        for (var i = 0; i < Count; i++)
        {
            var node = (tree * Nodes) + _node[i];
            _node[i] = (2 * _node[i]) + (_rows[(i * size) + forest.Features[node]] > forest.Limits[node] ? 2 : 1);
        }
    }

    private (int Feature, int Bin) Best(double[] sum, int node)
    {
        var best = (Feature: 0, Bin: Bins, Gain: LeastGain);
        for (var f = 0; f < size; f++)
        {
            var cells = sum.AsSpan(((node * size) + f) * Bins * 2, Bins * 2);
            var (slope, curve) = (0.0, 0.0);
            for (var b = 0; b < Bins; b++)
                (slope, curve) = (slope + cells[2 * b], curve + cells[(2 * b) + 1]);
            var (left, leftCurve) = (0.0, 0.0);
            for (var b = 0; b < Bins - 1; b++)
            {
                (left, leftCurve) = (left + cells[2 * b], leftCurve + cells[(2 * b) + 1]);
                if (leftCurve < LeastCurve || curve - leftCurve < LeastCurve)
                    continue;
                var gain = (left * left / (leftCurve + Damping)) + ((slope - left) * (slope - left) / (curve - leftCurve + Damping)) - (slope * slope / (curve + Damping));
                if (gain > best.Gain)
                    best = (f, b, gain);
            }
        }
        return (best.Feature, best.Bin);
    }

    private void Settle(Span<float> leaves)
    {
        var (slope, curve) = (new double[Nodes + 1], new double[Nodes + 1]);
        for (var i = 0; i < Count; i++)
        {
            slope[_node[i] - Nodes] += _slope[i];
            curve[_node[i] - Nodes] += _curve[i];
        }
        for (var leaf = 0; leaf <= Nodes; leaf++)
            leaves[leaf] = (float)(-Rate * slope[leaf] / (curve[leaf] + Damping));
        for (var i = 0; i < Count; i++)
            _sums[i] += leaves[_node[i] - Nodes];
    }

    private float[] LimitsOf(int feature)
    {
        var figures = Enumerable.Range(0, Count).Select(i => _rows[(i * size) + feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(b => figures[(int)((long)b * figures.Length / Bins)]).Distinct()];
    }
}
