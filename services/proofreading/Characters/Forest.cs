namespace Backoffice.Proofreading.Characters;

/// <summary>Decision trees whose leaves add up: how much the evidence speaks for a replacement.</summary>
/// <param name="Features">Of every node, tree by tree, each a full binary tree in order of levels.</param>
/// <param name="Limits">A figure above it goes right.</param>
internal sealed record Forest(int Depth, double Start, byte[] Features, float[] Limits, float[] Leaves)
{
    private int Nodes => (1 << Depth) - 1;

    /// <summary>The chance, between 0 and 1, that the replacement is right.</summary>
    public double Judge(ReadOnlySpan<double> evidence)
    {
        var sum = Start;
        for (var tree = 0; tree < Features.Length / Nodes; tree++)
        {
            var node = 0;
            while (node < Nodes)
                node = 2 * node + (evidence[Features[tree * Nodes + node]] > Limits[tree * Nodes + node] ? 2 : 1);
            sum += Leaves[tree * (Nodes + 1) + node - Nodes];
        }
        return 1 / (1 + Math.Exp(-sum));
    }

    public void Write(BinaryWriter to)
    {
        to.Write((byte)Depth);
        to.Write(Start);
        to.Write(Features.Length);
        to.Write(Features);
        foreach (var figure in Limits.Concat(Leaves))
            to.Write(figure);
    }

    public static Forest Read(BinaryReader from)
    {
        var (depth, start, features) = (from.ReadByte(), from.ReadDouble(), from.ReadBytes(from.ReadInt32()));
        var limits = Figures(features.Length);
        return new(depth, start, features, limits, Figures(features.Length / ((1 << depth) - 1) << depth));

        float[] Figures(int count) => [.. Enumerable.Range(0, count).Select(_ => from.ReadSingle())];
    }
}
