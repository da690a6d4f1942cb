using System.Buffers.Binary;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Bench.City;

/// <summary>Makes the documents of a city with all that became of them, in the order of their registration.</summary>
internal sealed class CityBatches
{
    private const int Documents = 2_000;

    /// <summary>A step waits so long on average; most are quicker.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromHours(6);

    private readonly CityPlan _plan;
    private readonly CityOffice _office;
    private readonly RealWords _words;
    private readonly CityYears _years;
    private readonly (MatterMoulds Moulds, CityRows Rows)[] _registered;
    private readonly (MatterMoulds Moulds, CityRows Rows)[] _short;
    private readonly (MatterMoulds Moulds, CityRows Rows)[] _long;
    private readonly double _partOfHandled;

    public CityBatches(CityPlan plan, CityOffice office, RealWords words, Originals originals, StoreKind kind)
    {
        (_plan, _office, _words) = (plan, office, words);
        _years = new CityYears(plan.Documents);
        _registered = [(originals.Registered, new CityRows(kind, originals.Registered))];
        _short = [.. originals.Short.Select(m => (m, new CityRows(kind, m)))];
        _long = [.. originals.Long.Select(m => (m, new CityRows(kind, m)))];
        _partOfHandled = originals.PartOfHandled(plan.Steps / (double)plan.Documents);
        Trail = new AuditTrail(plan.Documents, plan.AuditEntries);
    }

    /// <summary>Where the audit trail stands after the batches made so far.</summary>
    public AuditTrail Trail { get; }

    /// <summary>The last number of each row of numbers after all.</summary>
    public IEnumerable<(string Row, long Last)> Numbers => _years.Counts.Select(y => (new RegistrationNumber(y.Year, 0).Row, (long)y.Count));

    public IEnumerable<CityBatch> All()
    {
        for (var first = 0; first < _plan.Documents; first += Documents)
        {
            // Each batch has chances of its own, so that it is the same whatever came before it.
            var random = new Random(HashOf(_plan.Seed, first));
            var batch = new CityBatch();
            for (var n = first; n < Math.Min(first + Documents, _plan.Documents); n++)
                Add(batch, n, random);
            yield return batch;
        }
    }

    private void Add(CityBatch batch, int n, Random random)
    {
        var (year, sequence, registered) = _years.Of(n);
        var kinds = random.NextDouble() >= _partOfHandled ? _registered : random.NextDouble() < Originals.Action ? _long : _short;
        var (moulds, rows) = kinds[random.Next(kinds.Length)];
        var times = new DateTimeOffset[moulds.Acts + 1];
        times[0] = registered;
        for (var i = 1; i < times.Length; i++)
            times[i] = times[i - 1] + TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds((long)(Wait.TotalMilliseconds * -Math.Log(1 - random.NextDouble())));
        var cast = new Cast(IdAt(registered, random), IdAt(registered, random), _office.Handlers(random), times);
        rows.Add(batch, cast, CityPaper.Make(_words, random, n % CityPlan.WithText == 0, DateOnly.FromDateTime(registered.UtcDateTime)), n + 1, new RegistrationNumber(year, sequence));
        Trail.Add(batch[MatterMoulds.Audit], moulds[MatterMoulds.Audit], cast, random);
    }

    private static int HashOf(int seed, int first) => unchecked((seed * 1_000_003) + first);

    /// <summary>A key in the order of time, as the suite's are, but by the seed.</summary>
    private static Guid IdAt(DateTimeOffset time, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(time.ToUnixTimeMilliseconds() >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)time.ToUnixTimeMilliseconds());
        // Version 7, variant 1.
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0f));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }
}
