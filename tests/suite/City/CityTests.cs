using System.Security.Cryptography;
using System.Text;
using Backoffice.Bench.City;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Document;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.City;

/// <summary>The generator of a whole city's installation, at a two-thousandth of its size.</summary>
public sealed class CityTests
{
    private const int Documents = 600;
    private const int Steps = 3_000;
    private const int AuditEntries = 5_000;

    /// <summary>Every city has the same units and posts; who is in them is by the seed.</summary>
    private static readonly string[] SameEverywhere = ["coordination.units", "coordination.posts", "coordination.holdings"];

    private static readonly RealWords Words = RealWords.Read();

    [Theory, EveryDatabase]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_makes_others(StoreKind kind)
    {
        var first = await MakeAsync(kind, seed: 7);
        var again = await MakeAsync(kind, seed: 7);
        var other = await MakeAsync(kind, seed: 8);

        again.ShouldBe(first);
        foreach (var (table, content) in first.Where(t => !SameEverywhere.Contains(t.Key)))
            other[table].Hash.ShouldNotBe(content.Hash, table);
    }

    [Fact]
    public void Texts_are_as_long_as_the_real_ones_and_made_of_the_same_words()
    {
        const int Count = 3_000;
        var random = new Random(1);
        var papers = Enumerable.Range(0, Count).Select(_ => CityPaper.Make(Words, random, hasText: true, new DateOnly(2025, 6, 30))).ToList();

        AssertNear(Words.Bodies.Average(b => b.Length), papers.Average(p => p.Body.Length), 0.05);
        AssertNear(Words.Titles.Average(t => t.Length), papers.Average(p => p.Title.Length), 0.05);
        AssertNear(Median(Words.Bodies), Median(papers.Select(p => p.Body)), 0.1);

        var (real, made) = (PairsOf(Words.Bodies), PairsOf(papers.Select(p => p.Body)));
        foreach (var (pair, part) in real.OrderByDescending(p => p.Value).Take(50))
            AssertNear(part, made.GetValueOrDefault(pair), 0.25);
    }

    private static async Task<Dictionary<string, Content>> MakeAsync(StoreKind kind, int seed)
    {
        await using var city = await Bench.City.City.BuildAsync(Words, kind, new CityPlan(seed, Documents, Steps, AuditEntries));
        var contents = new Dictionary<string, Content>();
        await using (var documents = RawStore.Open(city.Suite.Store, "document"))
            await ReadAsync(contents, documents, "document", CityBatch.OfDocuments.Except([DocumentRows.Index]));
        await using (var coordination = RawStore.Open(city.Suite.Store, "coordination"))
            await ReadAsync(contents, coordination, "coordination", [.. CityBatch.OfInboxes, "inbox_counts", "units", "posts", "people", "holdings"]);
        await using (var identity = RawStore.Open(city.Suite.Store, "identity"))
            (await identity.NumberAsync("SELECT count(*) FROM accounts a JOIN credentials c ON c.account = a.name WHERE a.name LIKE 'accounts/p%'")).ShouldBe(CityPlan.People);
        await using (var meeting = RawStore.Open(city.Suite.Store, "meeting"))
            (await meeting.NumberAsync("SELECT count(*) FROM rooms")).ShouldBe(CityPlan.Rooms);
        await using (var logistics = RawStore.Open(city.Suite.Store, "logistics"))
            (await logistics.NumberAsync("SELECT count(*) FROM vehicles")).ShouldBe(CityPlan.Vehicles);

        contents["document.incoming_documents"].Rows.ShouldBe(Documents);
        AssertNear(Steps, contents["document.matter_acts"].Rows, 0.05);
        contents["coordination.units"].Rows.ShouldBe(CityPlan.Units);
        contents["coordination.people"].Rows.ShouldBe(CityPlan.People);
        await AssertProvenAsync(city);
        return contents;
    }

    /// <summary>The trail as the service itself proves it: from the first entry to its head.</summary>
    private static async Task AssertProvenAsync(Bench.City.City city)
    {
        await city.Suite.AddAsync(DocumentModule.Module, "document", new SuitePart());
        var audit = new AuditService.AuditServiceClient(city.Suite.Call("document", "auditor", Role.SecurityAuditor));
        var proof = await audit.VerifyAuditTrailAsync(new VerifyAuditTrailRequest { Name = "services/document" });
        proof.Intact.ShouldBeTrue(proof.Finding);
        proof.CheckedCount.ShouldBeGreaterThanOrEqualTo(AuditEntries);
    }

    private static async Task ReadAsync(Dictionary<string, Content> contents, RawStore raw, string service, IEnumerable<string> tables)
    {
        foreach (var table in tables)
        {
            var rows = await raw.ReadAsync($"SELECT * FROM {table} ORDER BY 1, 2");
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var value in rows.SelectMany(r => r))
                hash.AppendData(value switch { byte[] bytes => bytes, string[] texts => Encoding.UTF8.GetBytes(string.Join('\n', texts)), _ => Encoding.UTF8.GetBytes($"{value}\n") });
            contents.Add($"{service}.{table}", new Content(rows.Count, Convert.ToHexString(hash.GetHashAndReset())));
        }
    }

    private static Dictionary<string, double> PairsOf(IEnumerable<string> texts)
    {
        var pairs = texts.SelectMany(t => Enumerable.Range(0, t.Length - 1).Select(i => t.Substring(i, 2))).Where(p => p.All(char.IsLetter)).GroupBy(p => p).ToDictionary(g => g.Key, g => (double)g.Count());
        var all = pairs.Values.Sum();
        return pairs.ToDictionary(p => p.Key, p => p.Value / all);
    }

    private static double Median(IEnumerable<string> texts) => texts.Select(t => t.Length).Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static void AssertNear(double expected, double actual, double part) => actual.ShouldBeInRange(expected * (1 - part), expected * (1 + part));

    private sealed record Content(int Rows, string Hash);
}
