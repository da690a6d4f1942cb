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

/// <summary>A paper goes round a large house: what the document service keeps of it and what stands in the inboxes is the same.</summary>
public sealed class CirculationTests
{
    private const int Recipients = 500;
    private const int Openers = 40;
    private const int Unopened = 10;

    [Theory, EveryDatabase]
    public async Task Served_opened_and_read_are_the_same_in_ledger_acts_and_five_hundred_inboxes(StoreKind store)
    {
        await using var suite = await Running.StartAsync(store, DocumentModule.Module, CoordinationModule.Module);
        await suite.PublishAsync(Office.WithCrowd(Recipients));
        var house = new House(suite, Office.Crowd(Recipients));
        var matter = await house.StartAsync();

        await house.CirculateAsync(matter);
        await house.KnowsAsync(house.Readers[^1], new InboxCounts { ToRead = 1 });
        await house.AgreesAsync(matter, opened: 0, read: 0);

        // Some open it, half of those read it, and some read it at once; the last alone, so that it can be waited for.
        var (openers, atOnce) = (house.Readers.Take(Openers).ToList(), house.Readers.Skip(Openers).Take(Unopened).ToList());
        await Task.WhenAll(openers.Select(r => house.OpenAsync(matter, r)));
        await Task.WhenAll(openers.Take(Openers / 2).Concat(atOnce.SkipLast(1)).Select(r => house.ReadAsync(matter, r)));
        await house.ReadAsync(matter, atOnce[^1]);
        await house.KnowsAsync(atOnce[^1], new InboxCounts { Read = 1 });
        await house.AgreesAsync(matter, Openers + Unopened, (Openers / 2) + Unopened);
    }

    /// <summary>The clerk, who keeps the ledger, and the readers.</summary>
    private sealed class House(Running suite, IReadOnlyList<string> readers)
    {
        private readonly InboxService.InboxServiceClient[] _inboxes = [.. readers.Select(suite.InboxOf)];

        public IReadOnlyList<string> Readers => readers;

        private MatterService.MatterServiceClient Clerk { get; } = new(suite.As("document", Office.Clerk));

        public Task<string> StartAsync() => suite.StartAsync(
            new IncomingDocument { Title = "关于做好养老服务工作的通知", DocumentNumber = "民发〔2026〕1号", Issuer = "民政部", Body = "现将有关事项通知如下。", Genre = DocumentGenre.Notice });

        public Task CirculateAsync(string matter) => Clerk.CirculateAsync(matter, readers);

        public Task OpenAsync(string matter, string reader) => suite.MattersOf(reader).OpenMatterAsync(new OpenMatterRequest { Name = matter }).ResponseAsync;

        public Task ReadAsync(string matter, string reader) => suite.MattersOf(reader).ReadMatterAsync(new ReadMatterRequest { Name = matter, Opinion = "已阅" }).ResponseAsync;

        /// <summary>Waits until an inbox has these counts; what happened before stands in the inboxes then.</summary>
        public Task KnowsAsync(string reader, InboxCounts counts) => _inboxes[readers.ToList().IndexOf(reader)].KnowsAsync(counts);

        /// <summary>The counts of the ledger are those of its lines, of the acts and of the inboxes, each of which has its line of the ledger once.</summary>
        public async Task AgreesAsync(string matter, int opened, int read)
        {
            var ledger = await Clerk.ListCirculationAsync(new ListCirculationRequest { Parent = matter, PageSize = 1000 });
            (ledger.ServedCount, ledger.OpenedCount, ledger.ReadCount).ShouldBe((Recipients, opened, read));
            var lines = ledger.Readings.Select(r => r.Task).ToList();
            lines.Select(t => t.Person).ShouldBe(readers);
            lines.Count(t => t.OpenTime is not null).ShouldBe(opened);
            lines.Count(t => t.EndTime is not null).ShouldBe(read);

            var history = await Clerk.ListMatterActsAsync(new ListMatterActsRequest { Parent = matter, PageSize = 1000 });
            history.SealsHold.ShouldBeTrue();
            history.Acts.Where(a => a.Verb == Verb.Circulate).ShouldHaveSingleItem().Targets.ShouldBe(readers);
            history.Acts.Where(a => a.Verb is Verb.Open or Verb.Read).Select(a => a.Actor.Person).Distinct().Count().ShouldBe(opened);
            history.Acts.Count(a => a.Verb == Verb.Read).ShouldBe(read);

            var inboxes = await LookAsync();
            inboxes.Select(i => i.Item.Task).ShouldBe(lines);
            inboxes.ShouldAllBe(i => i.Item.Matter == matter);
            inboxes.Select(i => i.Counts).ShouldBe(lines.Select(t => t.EndTime is null ? new InboxCounts { ToRead = 1 } : new InboxCounts { Read = 1 }));
        }

        private async Task<IReadOnlyList<(InboxItem Item, InboxCounts Counts)>> LookAsync()
        {
            var looks = new (InboxItem, InboxCounts)[_inboxes.Length];
            await Parallel.ForAsync(0, looks.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => looks[i] = await LookAsync(_inboxes[i]));
            return looks;
        }

        private static async Task<(InboxItem Item, InboxCounts Counts)> LookAsync(InboxService.InboxServiceClient inbox)
        {
            var counts = (await inbox.GetInboxCountsAsync(new GetInboxCountsRequest())).Counts;
            var tab = counts.ToRead > 0 ? InboxTab.ToRead : InboxTab.Read;
            var items = (await inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Tab = tab })).Items;
            return (items.ShouldHaveSingleItem(), counts);
        }
    }
}
