using System.Runtime.InteropServices;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Logistic regression: the weights under which the evidence tells the right replacements best. Always the same for the same data.</summary>
internal sealed class Fit(int size)
{
    private const int Batch = 256;
    private const double Pull = 1e-5;

    private readonly List<float> _rows = [];
    private readonly List<bool> _right = [];

    public void Add(ReadOnlySpan<double> row, bool right)
    {
        foreach (var figure in row)
            _rows.Add((float)figure);
        _right.Add(right);
    }

    public double[] Weights(int rounds)
    {
        var scale = Level();
        // Adam over small batches in a fixed random order.
        var (weights, first, second, gradient) = (new double[size], new double[size], new double[size], new double[size]);
        var order = Enumerable.Range(0, _right.Count).ToArray();
        new Random(1).Shuffle(order);
        var step = 0;
        for (var round = 0; round < rounds; round++)
            for (var begin = 0; begin < order.Length; begin += Batch)
            {
                var batch = order.AsSpan(begin, Math.Min(Batch, order.Length - begin));
                Slope(batch, weights, gradient);
                step++;
                for (var f = 0; f < size; f++)
                {
                    var g = (gradient[f] / batch.Length) + (Pull * weights[f]);
                    first[f] = (0.9 * first[f]) + (0.1 * g);
                    second[f] = (0.999 * second[f]) + (0.001 * g * g);
                    weights[f] -= 0.02 / (1 + round) * (first[f] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[f] / (1 - Math.Pow(0.999, step))) + 1e-8);
                }
            }
        return [.. weights.Select((w, f) => w / scale[f])];
    }

    // Brings all kinds of evidence to one size.
    private double[] Level()
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        var scale = new double[size];
        for (var i = 0; i < rows.Length; i++)
            scale[i % size] += rows[i] * (double)rows[i];
        for (var f = 0; f < size; f++)
            scale[f] = Math.Sqrt(scale[f] / _right.Count) + 1e-9;
        for (var i = 0; i < rows.Length; i++)
            rows[i] /= (float)scale[i % size];
        return scale;
    }

    private void Slope(ReadOnlySpan<int> batch, double[] weights, double[] gradient)
    {
        Array.Clear(gradient);
        foreach (var i in batch)
        {
            var row = CollectionsMarshal.AsSpan(_rows).Slice(i * size, size);
            var sum = 0.0;
            for (var f = 0; f < size; f++)
                sum += weights[f] * row[f];
            var error = (1 / (1 + Math.Exp(-sum))) - (_right[i] ? 1 : 0);
            for (var f = 0; f < size; f++)
                gradient[f] += error * row[f];
        }
    }
}
