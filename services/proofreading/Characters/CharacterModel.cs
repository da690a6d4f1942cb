using System.IO.Compression;

namespace Backoffice.Proofreading.Characters;

/// <summary>
/// What is known of characters: which are taken for each other, what stands beside them in official texts, and how much
/// each kind of evidence counts. Made from the given data by tests/proofreading; see README.md beside it.
/// </summary>
/// <param name="Quick">Weights of a first judgement, by which most replacements are dismissed.</param>
internal sealed record CharacterModel(ICounts Counts, Confusions Confusions, IReadOnlyList<double> Quick, Forest Forest)
{
    private static readonly Lazy<CharacterModel> Embedded = new(() =>
    {
        using var file = typeof(CharacterModel).Assembly.GetManifestResourceStream("characters.model")!;
        return Read(file);
    });

    /// <summary>The one this build carries, read when first asked for.</summary>
    public static CharacterModel Current => Embedded.Value;

    /// <summary>The chance that a replacement is right; 0 where that is out of the question.</summary>
    public double Judge(ReadOnlySpan<double> evidence) => QuickJudge(Quick, evidence) ? Forest.Judge(evidence) : 0;

    /// <summary>False for what is hardly ever right.</summary>
    internal static bool QuickJudge(IReadOnlyList<double> weights, ReadOnlySpan<double> evidence)
    {
        const double Hopeless = -5.5;
        var sum = 0.0;
        for (var i = 0; i < evidence.Length; i++)
            sum += weights[i] * evidence[i];
        return sum > Hopeless;
    }

    public static CharacterModel Read(Stream file)
    {
        using var from = new BinaryReader(file);
        using var counts = new MemoryStream(from.ReadBytes(from.ReadInt32()));
        using var rest = new BinaryReader(new BrotliStream(file, CompressionMode.Decompress));
        var quick = Enumerable.Range(0, Evidence.Size).Select(_ => rest.ReadDouble()).ToArray();
        return new(PackedCounts.Unpack(counts), Confusions.Read(rest), quick, Forest.Read(rest));
    }

    /// <param name="counts">As packed by <see cref="PackedCounts"/>.</param>
    internal static void Write(Stream file, byte[] counts, Confusions confusions, IReadOnlyList<double> quick, Forest forest)
    {
        using var to = new BinaryWriter(file);
        to.Write(counts.Length);
        to.Write(counts);
        using var rest = new BinaryWriter(new BrotliStream(file, CompressionLevel.SmallestSize));
        foreach (var weight in quick)
            rest.Write(weight);
        confusions.Write(rest);
        forest.Write(rest);
    }
}
