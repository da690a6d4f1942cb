using Backoffice.Platform.Auditing;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.City;

/// <summary>
/// The document service's audit trail, from its first entry: of each document what its calls left, and begun anew where there are
/// to be more, as callers repeat themselves. Each entry's hash covers the one before, so the trail is proven as any other is.
/// </summary>
/// <param name="total">How many entries all documents together have.</param>
internal sealed class AuditTrail(long documents, long total)
{
    private const int MostMilliseconds = 1_000;

    private long _documents;
    private DateTimeOffset _time;

    /// <summary>How many there are so far.</summary>
    public long Sequence { get; private set; }

    /// <summary>The last one's hash.</summary>
    public byte[] Hash { get; private set; } = new byte[32];

    /// <summary>Adds the entries of the next document.</summary>
    public void Add(List<object?[]> rows, IReadOnlyList<Mould> moulds, Cast cast, Random random)
    {
        _documents++;
        var upTo = total * _documents / documents;
        // Entries are in the order of time, though documents are handled beside each other.
        if (cast.Times[0] > _time)
            _time = cast.Times[0];
        for (var i = 0; Sequence < upTo; i++)
            rows.Add(Next(moulds[i % moulds.Count], cast, random));
    }

    private object?[] Next(Mould mould, Cast cast, Random random)
    {
        var poured = mould.Pour(cast);
        _time += TimeSpan.FromMilliseconds(random.Next(1, MostMilliseconds));
        var entry = new AuditRow
        {
            Sequence = ++Sequence,
            Time = _time,
            Account = (string)poured[mould.Place("account")]!,
            Post = (string)poured[mould.Place("post")]!,
            Method = (string)poured[mould.Place("method")]!,
            Resource = (string)poured[mould.Place("resource")]!,
            Code = Convert.ToInt32(poured[mould.Place("code")]),
            Reason = (string)poured[mould.Place("reason")]!,
            TraceId = $"{random.NextInt64():x16}{random.NextInt64():x16}",
            Hash = [],
        };
        entry.Hash = Hash = AuditChain.HashOf(Hash, entry);
        poured[mould.Place("sequence")] = entry.Sequence;
        poured[mould.Place("time")] = entry.Time.UtcTicks;
        poured[mould.Place("trace_id")] = entry.TraceId;
        poured[mould.Place("hash")] = entry.Hash;
        return poured;
    }
}
