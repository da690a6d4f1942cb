using System.Buffers.Binary;
using System.IO.Compression;

namespace Backoffice.Proofreading.Characters;

/// <summary>
/// Counts of runs and words in few bytes: of each only a hash of 32 bits, in order, and its count as a power. Two runs in a
/// hundred thousand share a hash; a count is right within a twentieth.
/// </summary>
internal sealed class PackedCounts : ICounts
{
    private const int BucketBits = 18;
    private const double Steps = 8;

    private static readonly double[] Values = [.. Enumerable.Range(0, 256).Select(power => Math.Pow(2, power / Steps))];

    private readonly uint[] _keys;
    private readonly byte[] _powers;
    private readonly int[] _buckets = new int[(1 << BucketBits) + 1];

    // Most of what is asked for was never seen: one bit for every 512 keys tells so without a search.
    private readonly ulong[] _any = new ulong[1 << (23 - 6)];

    private PackedCounts(uint[] keys, byte[] powers, double characters)
    {
        (_keys, _powers, Characters) = (keys, powers, characters);
        foreach (var key in keys)
        {
            _buckets[(key >> (32 - BucketBits)) + 1]++;
            _any[key >> 15] |= 1UL << (int)((key >> 9) & 63);
        }
        for (var i = 1; i < _buckets.Length; i++)
            _buckets[i] += _buckets[i - 1];
    }

    public double Characters { get; }

    public double OfRun(ReadOnlySpan<char> run) => Of(KeyOfRun(run));

    public double OfWord(ReadOnlySpan<char> word) => Of(KeyOfWord(word));

    internal static uint KeyOfRun(ReadOnlySpan<char> run) => Hash(2166136261, run);

    internal static uint KeyOfWord(ReadOnlySpan<char> word) => Hash(3735928559, word);

    internal static byte PowerOf(double count) => (byte)Math.Round(Steps * Math.Log2(count));

    /// <summary>The counts as they are kept: keys in order, as differences, then the powers.</summary>
    internal static byte[] Pack(IEnumerable<KeyValuePair<uint, double>> counts, double characters)
    {
        var ordered = counts.OrderBy(c => c.Key).ToArray();
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Span<byte> head = stackalloc byte[12];
            BinaryPrimitives.WriteInt32LittleEndian(head, ordered.Length);
            BinaryPrimitives.WriteDoubleLittleEndian(head[4..], characters);
            brotli.Write(head);
            // By place of the byte, because the high ones hardly differ.
            for (var place = 0; place < 4; place++)
                brotli.Write([.. Differences().Select(d => (byte)(d >> (8 * place)))]);
            brotli.Write([.. ordered.Select(c => PowerOf(c.Value))]);
        }
        return packed.ToArray();

        IEnumerable<uint> Differences()
        {
            var before = 0u;
            foreach (var (key, _) in ordered)
            {
                yield return key - before;
                before = key;
            }
        }
    }

    public static PackedCounts Unpack(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        Span<byte> head = stackalloc byte[12];
        brotli.ReadExactly(head);
        var keys = new uint[BinaryPrimitives.ReadInt32LittleEndian(head)];
        var bytes = new byte[keys.Length];
        for (var place = 0; place < 4; place++)
        {
            brotli.ReadExactly(bytes);
            for (var i = 0; i < keys.Length; i++)
                keys[i] |= (uint)bytes[i] << (8 * place);
        }
        for (var i = 1; i < keys.Length; i++)
            keys[i] += keys[i - 1];
        brotli.ReadExactly(bytes);
        return new(keys, bytes, BinaryPrimitives.ReadDoubleLittleEndian(head[4..]));
    }

    private double Of(uint key)
    {
        if ((_any[key >> 15] & (1UL << (int)((key >> 9) & 63))) == 0)
            return 0;
        var bucket = key >> (32 - BucketBits);
        for (var i = _buckets[bucket]; i < _buckets[bucket + 1]; i++)
            if (_keys[i] == key)
                return Values[_powers[i]];
        return 0;
    }

    // FNV-1a, mixed so that the high bits depend on all of it.
    private static uint Hash(uint seed, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            seed = (seed ^ unit) * 16777619;
        seed ^= (uint)text.Length;
        seed = (seed ^ (seed >> 16)) * 0x85ebca6b;
        seed = (seed ^ (seed >> 13)) * 0xc2b2ae35;
        return seed ^ (seed >> 16);
    }
}
