using System.Globalization;
using Backoffice.Coordination;
using Backoffice.Coordination.V1;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using Running = Backoffice.Testing.Suite;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>
/// Many papers go round the house at the same time, and are opened and read while others are still being served. A hundred of
/// them in every run of the tests; BACKOFFICE_TEST_CIRCULATIONS=1000 takes some minutes.
/// </summary>
public sealed class ManyCirculationsTests
{
    private static readonly int PaperCount = int.Parse(Environment.GetEnvironmentVariable("BACKOFFICE_TEST_CIRCULATIONS") ?? "100", CultureInfo.InvariantCulture);
    private const int People = 25;

    /// <summary>Of each paper the first reader reads it, the second only opens it, and the third has not seen it yet.</summary>
    private const int ReadersEach = 3;

    [Theory, EveryDatabase]
    public async Task Many_circulations_at_once_end_with_equal_ledgers(StoreKind store)
    {
        await using var suite = await Running.StartAsync(store, DocumentModule.Module, CoordinationModule.Module);
        await suite.PublishAsync(Office.WithCrowd(People));
        var house = new House(suite);
        var papers = new Paper[PaperCount];
        await Parallel.ForAsync(0, PaperCount, async (i, _) => papers[i] = new Paper(await house.StartAsync(i), ReadersOf(i)));

        await Task.WhenAll(papers.Select(house.GoRoundAsync));

        var lines = (await house.LedgersAsync(papers)).ToLookup(l => l.Task.Person);
        foreach (var reader in Office.Crowd(People))
        {
            var (served, read) = (lines[reader].Count(), lines[reader].Count(l => l.Task.EndTime is not null));
            await suite.InboxOf(reader).KnowsAsync(new InboxCounts { ToRead = served - read, Read = read });
            // That somebody opened a paper changes no count, so that it may come a moment later.
            var ledger = lines[reader].OrderBy(l => l.Matter).ToList();
            await Eventually.SameAsync(async () => (await house.InboxOfAsync(reader)).OrderBy(i => i.Matter).Select(i => (i.Matter, i.Task)).ToList(), inbox => inbox.SequenceEqual(ledger));
        }
        lines.Sum(l => l.Count()).ShouldBe(PaperCount * ReadersEach);
    }

    /// <summary>Every paper has other readers than its neighbours, and everybody gets as many.</summary>
    private static IReadOnlyList<string> ReadersOf(int paper)
    {
        var crowd = Office.Crowd(People);
        return [.. Enumerable.Range(0, ReadersEach).Select(i => crowd[((paper * ReadersEach) + (i * 7)) % People])];
    }

    private sealed record Paper(string Matter, IReadOnlyList<string> Readers);

    /// <summary>The clerk, who serves the papers and keeps their ledgers, and the readers.</summary>
    private sealed class House(Running suite)
    {
        private const int PageSize = 200;

        private MatterService.MatterServiceClient Clerk { get; } = new(suite.As("document", Office.Clerk));

        public Task<string> StartAsync(int number) => suite.StartAsync(
            new IncomingDocument { Title = $"关于做好第{number}项工作的通知", Issuer = "民政部", Body = "现将有关事项通知如下。", Genre = DocumentGenre.Notice });

        /// <summary>Serves a paper; it is read by one and opened by another at the same time.</summary>
        public async Task GoRoundAsync(Paper paper)
        {
            await Clerk.CirculateAsync(paper.Matter, paper.Readers);
            await Task.WhenAll(
                suite.MattersOf(paper.Readers[0]).ReadMatterAsync(new ReadMatterRequest { Name = paper.Matter, Opinion = "已阅" }).ResponseAsync,
                suite.MattersOf(paper.Readers[1]).OpenMatterAsync(new OpenMatterRequest { Name = paper.Matter }).ResponseAsync);
        }

        /// <summary>The lines of all ledgers, each of which counts what its lines say.</summary>
        public async Task<IReadOnlyList<(string Matter, Procedures.V1.Task Task)>> LedgersAsync(IReadOnlyList<Paper> papers)
        {
            var ledgers = new ListCirculationResponse[papers.Count];
            await Parallel.ForAsync(0, papers.Count, async (i, stop) =>
                ledgers[i] = await Clerk.ListCirculationAsync(new ListCirculationRequest { Parent = papers[i].Matter }, cancellationToken: stop));
            ledgers.ShouldAllBe(l => l.ServedCount == ReadersEach && l.OpenedCount == 2 && l.ReadCount == 1);
            ledgers.Zip(papers).ShouldAllBe(p => p.First.Readings.Select(r => r.Task.Person).SequenceEqual(p.Second.Readers));
            return [.. ledgers.Zip(papers).SelectMany(p => p.First.Readings.Select(r => (p.Second.Matter, r.Task)))];
        }

        public async Task<IReadOnlyList<InboxItem>> InboxOfAsync(string reader)
        {
            var toRead = await suite.InboxOf(reader).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToRead, PageSize = PageSize });
            var read = await suite.InboxOf(reader).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.Read, PageSize = PageSize });
            return [.. toRead.Items, .. read.Items];
        }
    }
}
