using Backoffice.Archive;
using Backoffice.Coordination;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Role = Backoffice.Options.V1.Role;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>Coordination, document and archive, an office that works in them, and what their ledgers must say when it has done so.</summary>
/// <param name="suite">Runs the services.</param>
/// <param name="replica">The replica of a service that is called next.</param>
/// <param name="alsoPassing">A reason for refusals that the trouble itself makes.</param>
internal sealed class TroubledOffice(Backoffice.Testing.Suite suite, Func<string, string> replica, string? alsoPassing = null)
{
    public static readonly IReadOnlyList<Platform.Hosting.ServiceModule> Modules = [CoordinationModule.Module, DocumentModule.Module, ArchiveModule.Module];

    public static readonly IReadOnlyList<string> Services = [.. Modules.Select(m => m.Name)];

    private static readonly TimeSpan StandsStill = TimeSpan.FromSeconds(180);

    public OfficeUnderFire Work { get; } = new(person => suite.As(replica("document"), person), $"posts/{Office.SectionChief}", alsoPassing);

    /// <summary>Takes so many documents more from the register to the archive, some at once.</summary>
    public Task WorkAsync(int documents) => Parallel.ForEachAsync(
        Enumerable.Range(Work.Done.Count + 1, documents), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) => await Work.HandleAsync($"风暴演练第{i}件"));

    /// <summary>Takes so many documents through what is done to the services meanwhile, and compares every ledger afterwards.</summary>
    /// <param name="trouble">Is told the work, so as to end with it.</param>
    public async Task ComeThroughAsync(int documents, Func<Task, Task> trouble, string why)
    {
        var work = WorkAsync(documents);
        await Task.WhenAll(trouble(work), work);
        await EveryLedgerIsWholeAsync(documents, why);
    }

    /// <summary>Waits until so many calls are accepted, or the work has ended, however long that takes; an office that stands still is not waited for.</summary>
    public async Task UntilAsync(int accepted, Task work)
    {
        while (Work.Accepted < accepted && !work.IsCompleted)
        {
            var before = Work.Accepted;
            await Eventually.TrueAsync(() => Task.FromResult(Work.Accepted > before || work.IsCompleted), StandsStill);
        }
    }

    /// <summary>Compares every ledger with the work done: nothing is missing or doubled, no matter had two holders, and what is made of events is what the events say.</summary>
    public async Task EveryLedgerIsWholeAsync(int documents, string why)
    {
        Work.Accepted.ShouldBe(documents * OfficeUnderFire.CallsEach, why);
        await CaughtUpAsync();
        await Work.RegisterIsWholeAsync(suite.As(replica("document"), Office.Clerk));
        await EveryMatterHadOneHolderAsync(documents);
        await Work.InboxesEqualTheWorkAsync(person => suite.As(replica("coordination"), person), TimeSpan.Zero);
        await EveryReadModelEqualsItsRebuildAsync();
        await Work.EveryDocumentIsFiledOnceAsync(As("archive", Role.Archivist));
    }

    /// <summary>Waits until every service has applied every event, and nothing is set aside.</summary>
    private async Task CaughtUpAsync()
    {
        foreach (var service in Services)
        {
            var sources = await Eventually.SameAsync(
                async () => (await PathOf(service).ListEventSourcesAsync(new ListEventSourcesRequest { Parent = $"services/{service}" })).EventSources
                    .Where(s => Services.Contains(s.Producer)).ToList(),
                all => all.All(s => s.Reachable && s.AppliedSequence == s.LastSequence), TimeSpan.FromSeconds(60));
            sources.ShouldAllBe(s => s.DeadLetterCount == 0);
        }
    }

    private async Task EveryMatterHadOneHolderAsync(int documents)
    {
        var told = (await suite.EventsAsync<MatterProgressed>("document")).Select(e => e.Progress).ToLookup(p => p.Matter);
        told.Count.ShouldBe(documents);
        foreach (var matter in told)
        {
            matter.Select(p => p.Act).ShouldBe(Enumerable.Range(1, 6));
            matter.SkipLast(1).ShouldAllBe(p => p.HolderPost.Length > 0 && p.State == MatterState.Running);
            matter.Last().State.ShouldBe(MatterState.Completed);
        }
    }

    private async Task EveryReadModelEqualsItsRebuildAsync()
    {
        var path = PathOf("coordination");
        var models = (await path.ListReadModelsAsync(new ListReadModelsRequest { Parent = "services/coordination" })).ReadModels;
        models.Count.ShouldBe(4);
        foreach (var model in models)
        {
            using var rebuild = path.RebuildReadModel(new RebuildReadModelRequest { Name = model.Name, ValidateOnly = true });
            var last = await rebuild.ResponseStream.ReadAllAsync().LastAsync();
            last.Tables.Count.ShouldBe(model.Tables.Count);
            last.Tables.ShouldAllBe(t => t.Equal && t.RowsAfter > 0);
        }
    }

    private CallInvoker As(string service, Role role) => suite.Call(replica(service), role.ToString(), role);

    private EventPathService.EventPathServiceClient PathOf(string service) => new(As(service, Role.SystemAdministrator));
}
