using System.Security.Cryptography;
using System.Text;
using Backoffice.Bench.City;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Document.V1;
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

    private static readonly RealWords Words = RealWords.Read();

    /// <summary>Compared is what is about to be written: every time the originals are learnt anew, and nothing of their time, keys or names may be left in it.</summary>
    [Theory, EveryDatabase]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_makes_others(StoreKind kind)
    {
        var (originals, again) = (await Originals.LearnAsync(Words, kind), await Originals.LearnAsync(Words, kind));

        var first = RowsOf(kind, originals, seed: 7);
        var other = RowsOf(kind, originals, seed: 8);

        RowsOf(kind, again, seed: 7).ShouldBe(first);
        foreach (var (table, hash) in first)
            other[table].ShouldNotBe(hash, table);
        PeopleOf(seed: 7).ShouldBe(PeopleOf(seed: 7));
        PeopleOf(seed: 8).ShouldNotBe(PeopleOf(seed: 7));
    }

    [Theory, EveryDatabase]
    public async Task A_city_has_its_people_papers_and_inboxes_and_its_trail_proves_true(StoreKind kind)
    {
        await using var city = await Bench.City.City.BuildAsync(Words, kind, PlanOf(seed: 7));

        (await CountAsync(city, "identity", "accounts a JOIN credentials c ON c.account = a.name WHERE a.name LIKE 'accounts/p%'")).ShouldBe(CityPlan.People);
        (await CountAsync(city, "meeting", "rooms")).ShouldBe(CityPlan.Rooms);
        (await CountAsync(city, "logistics", "vehicles")).ShouldBe(CityPlan.Vehicles);
        (await CountAsync(city, "coordination", "units")).ShouldBe(CityPlan.Units);
        (await CountAsync(city, "coordination", "people")).ShouldBe(CityPlan.People);
        (await CountAsync(city, "coordination", "holdings")).ShouldBe(CityPlan.People);
        (await CountAsync(city, "coordination", "inbox_entries")).ShouldBe(await NumberAsync(city, "coordination", "SELECT sum(count) FROM inbox_counts"));
        (await CountAsync(city, "document", "incoming_documents")).ShouldBe(Documents);
        AssertNear(Steps, await CountAsync(city, "document", "matter_acts"), 0.05);
        await city.OpenAsync();
        await AssertProvenAsync(city);
        await AssertReadAsync(city);
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

    private static CityPlan PlanOf(int seed) => new(seed, Documents, Steps, AuditEntries);

    private static IEnumerable<Resident> PeopleOf(int seed) => new CityOffice(seed).Residents;

    /// <summary>A hash over the rows of each table.</summary>
    private static Dictionary<string, string> RowsOf(StoreKind kind, Originals originals, int seed)
    {
        var batches = new CityBatches(PlanOf(seed), new CityOffice(seed), Words, originals, kind).All().ToList();
        return CityBatch.OfDocuments.Concat(CityBatch.OfInboxes).ToDictionary(table => table, table => HashOf(batches.SelectMany(b => b[table])));
    }

    private static string HashOf(IEnumerable<object?[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in rows.SelectMany(r => r))
            hash.AppendData(value switch { byte[] bytes => bytes, string[] texts => Encoding.UTF8.GetBytes(string.Join('\n', texts)), _ => Encoding.UTF8.GetBytes($"{value}\n") });
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static Task<long> CountAsync(Bench.City.City city, string service, string of) => NumberAsync(city, service, $"SELECT count(*) FROM {of}");

    private static async Task<long> NumberAsync(Bench.City.City city, string service, string query)
    {
        await using var raw = RawStore.Open(city.Suite.Store, service);
        return await raw.NumberAsync(query);
    }

    /// <summary>The trail as the service itself proves it: from the first entry to its head.</summary>
    private static async Task AssertProvenAsync(Bench.City.City city)
    {
        var audit = new AuditService.AuditServiceClient(city.Suite.Call("document", "auditor", Role.SecurityAuditor));
        var proof = await audit.VerifyAuditTrailAsync(new VerifyAuditTrailRequest { Name = "services/document" });
        proof.Intact.ShouldBeTrue(proof.Finding);
        proof.CheckedCount.ShouldBeGreaterThanOrEqualTo(AuditEntries);
    }

    /// <summary>Whoever finds a document in the list or by its words reads it.</summary>
    private static async Task AssertReadAsync(Bench.City.City city)
    {
        foreach (var reader in (Resident[])[city.Office.Registrar, city.Office.ChiefOf(0)])
        {
            var documents = new IncomingDocumentService.IncomingDocumentServiceClient(city.As("document", reader));
            var listed = (await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest())).IncomingDocuments;
            var found = await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = listed[^1].Title });
            found.Hits.Select(h => h.IncomingDocument.Name).ShouldContain(listed[^1].Name);
            (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = listed[^1].Name })).IncomingDocument.Readers.ShouldBe(listed[^1].Readers);
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
}
