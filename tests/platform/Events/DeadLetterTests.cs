using Backoffice.Coordination;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Events;

/// <summary>An event that the consumer's database refuses, by a trigger in it, whatever is done.</summary>
public sealed class DeadLetterTests
{
    private const string Poison = "毒";

    [Theory, EveryDatabase]
    public async Task An_event_that_cannot_be_applied_holds_up_nothing_but_what_concerns_the_same(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await PoisonAsync(office);
        var poisoned = await StartAsync(office, Poison);
        await ScreenAsync(office, poisoned);
        var healthy = await StartAsync(office, "无毒");
        await ScreenAsync(office, healthy);

        await Eventually.TrueAsync(async () => (await DirectorsAsync(office)).Contains("无毒"));
        var letters = (await PathOf(office).ListDeadLettersAsync(new ListDeadLettersRequest { Parent = "services/coordination" })).DeadLetters;
        letters.Count.ShouldBe(2);
        letters.Select(l => l.OrderKey).Distinct().Count().ShouldBe(1);
        letters[0].Reason.ShouldNotBeEmpty();
        letters[0].Reason.ShouldNotContain(Poison);
        letters[1].Reason.ShouldBeEmpty();
        letters.Select(l => l.Type).Distinct().ShouldBe([MatterProgressed.Descriptor.FullName]);
        (await DirectorsAsync(office)).ShouldBe(["无毒"]);
        var source = (await PathOf(office).ListEventSourcesAsync(new ListEventSourcesRequest { Parent = "services/coordination" })).EventSources.Single(s => s.Producer == "document");
        source.DeadLetterCount.ShouldBe(2);
        source.AppliedSequence.ShouldBe(source.LastSequence);
    }

    [Theory, EveryDatabase]
    public async Task What_is_set_aside_is_applied_in_its_order_once_the_cause_is_mended_and_not_before(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await PoisonAsync(office);
        await ScreenAsync(office, await StartAsync(office, Poison));
        await Eventually.TrueAsync(async () => await CountAsync(office) == 2);

        (await RedriveAsync(office)).ShouldBe(new RedriveDeadLettersResponse { AppliedCount = 0, RemainingCount = 2 });
        var letters = (await PathOf(office).ListDeadLettersAsync(new ListDeadLettersRequest { Parent = "services/coordination" })).DeadLetters;
        letters.Select(l => l.AttemptCount).ShouldBe([1, 0]);
        letters[0].LastAttemptTime.ShouldNotBeNull();

        await MendAsync(office);
        (await RedriveAsync(office)).ShouldBe(new RedriveDeadLettersResponse { AppliedCount = 2, RemainingCount = 0 });
        (await DirectorsAsync(office)).ShouldBe([Poison]);
        (await RebuildAsync(office, "inbox", validateOnly: true)).ShouldAllBe(t => t.Equal && t.RowsAfter > 0);
    }

    [Theory, EveryDatabase]
    public async Task Every_replica_tells_of_the_dead_letters_until_they_are_applied(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        var other = await office.Suite.AddReplicaAsync(CoordinationModule.Module);
        using var told = new MetricReadings(office.Suite.Services("coordination"));
        using var alsoTold = new MetricReadings(office.Suite.Services(other));
        await PoisonAsync(office);
        await ScreenAsync(office, await StartAsync(office, Poison));
        await Eventually.TrueAsync(async () => await CountAsync(office) == 2);
        (await told.ReadAsync())["backoffice.events.dead_letters document"].ShouldBe(2);
        (await alsoTold.ReadAsync())["backoffice.events.dead_letters document"].ShouldBe(2);
        told["backoffice.events.dead_letters identity"].ShouldBe(0);

        await MendAsync(office);
        await RedriveAsync(office);
        (await told.ReadAsync())["backoffice.events.dead_letters document"].ShouldBe(0);
        (await alsoTold.ReadAsync())["backoffice.events.dead_letters document"].ShouldBe(0);
        // What was applied late is told as late, once, by the replica that applied it.
        ((told["backoffice.inbox.latency document"] ?? 0) + (alsoTold["backoffice.inbox.latency document"] ?? 0)).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_repeated_redrive_gets_the_first_answer(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await PoisonAsync(office);
        await StartAsync(office, Poison);
        await Eventually.TrueAsync(async () => await CountAsync(office) == 1);
        await MendAsync(office);
        var request = new RedriveDeadLettersRequest { Parent = "services/coordination", RequestId = Guid.NewGuid().ToString() };
        var first = await PathOf(office).RedriveDeadLettersAsync(request);
        first.AppliedCount.ShouldBe(1);
        (await PathOf(office).RedriveDeadLettersAsync(request)).ShouldBe(first);
    }

    [Theory, EveryDatabase]
    public async Task Dead_letters_come_in_pages(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await PoisonAsync(office);
        await ScreenAsync(office, await StartAsync(office, Poison));
        await Eventually.TrueAsync(async () => await CountAsync(office) == 2);
        var request = new ListDeadLettersRequest { Parent = "services/coordination", PageSize = 1 };
        var first = await PathOf(office).ListDeadLettersAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await PathOf(office).ListDeadLettersAsync(request);
        second.NextPageToken.ShouldBeEmpty();
        (second.DeadLetters.Single().Sequence > first.DeadLetters.Single().Sequence).ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_read_model_that_is_wrong_is_found_by_a_check_and_mended_by_a_rebuild(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.RegisterAsync(3);
        await office.CountReachesAsync(3);
        await WriteAsync(office, "UPDATE daily_registrations SET count = 99");

        var check = (await RebuildAsync(office, "daily-registrations", validateOnly: true)).ShouldHaveSingleItem();
        (check.RowsBefore, check.RowsAfter, check.Equal).ShouldBe((1, 1, false));
        (await office.CountAsync()).ShouldBe(99);
        (await RebuildAsync(office, "daily-registrations", validateOnly: false)).ShouldHaveSingleItem().Equal.ShouldBeFalse();
        (await office.CountAsync()).ShouldBe(3);
        (await RebuildAsync(office, "daily-registrations", validateOnly: true)).ShouldHaveSingleItem().Equal.ShouldBeTrue();
        await office.RegisterAsync(1);
        await office.CountReachesAsync(4);
    }

    [Fact]
    public async Task The_path_of_events_is_the_system_administrators()
    {
        await using var office = await EventOffice.StartAsync(StoreKind.Sqlite);
        var clerk = new EventPathService.EventPathServiceClient(office.Suite.As("coordination", Office.Clerk));
        await Refused.ForAsync("PERMISSION_DENIED", clerk.ListDeadLettersAsync(new ListDeadLettersRequest { Parent = "services/coordination" }));
        await Refused.ForAsync("PERMISSION_DENIED", clerk.RedriveDeadLettersAsync(new RedriveDeadLettersRequest { Parent = "services/coordination" }));
        await Refused.ForAsync("OTHER_SERVICE", PathOf(office).ListEventSourcesAsync(new ListEventSourcesRequest { Parent = "services/document" }));
        await Refused.ForAsync("UNKNOWN_READ_MODEL", async () => await RebuildAsync(office, "nothing", validateOnly: true));
    }

    private static async Task PoisonAsync(EventOffice office)
    {
        office.Suite.Errors.Expect("could not be applied");
        if (office.Suite.Store.Kind == StoreKind.Sqlite)
        {
            await WriteAsync(office, $"CREATE TRIGGER poison BEFORE INSERT ON inbox_matters WHEN NEW.title = '{Poison}' BEGIN SELECT RAISE(ABORT, 'poison'); END");
            return;
        }
        await WriteAsync(office, "CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'poison'; END $$");
        await WriteAsync(office, $"CREATE TRIGGER poison BEFORE INSERT ON inbox_matters FOR EACH ROW WHEN (NEW.title = '{Poison}') EXECUTE FUNCTION refuse_poison()");
    }

    private static Task MendAsync(EventOffice office) =>
        WriteAsync(office, office.Suite.Store.Kind == StoreKind.Sqlite ? "DROP TRIGGER poison" : "DROP TRIGGER poison ON inbox_matters");

    private static async Task WriteAsync(EventOffice office, string sql)
    {
        await using var scope = office.Suite.Services("coordination").CreateAsyncScope();
#pragma warning disable EF1002 // the tests' own text
        await scope.ServiceProvider.GetRequiredService<CoordinationDb>().Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002
    }

    internal static async Task<string> StartAsync(EventOffice office, string title)
    {
        var clerk = office.Suite.As("document", Office.Clerk);
        var registered = await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(
            new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Title = title, Issuer = "民政部", Genre = DocumentGenre.Notice } });
        await new IncomingHandlingService.IncomingHandlingServiceClient(clerk).StartHandlingAsync(new StartHandlingRequest { Name = registered.IncomingDocument.Name });
        return registered.IncomingDocument.Name;
    }

    private static async Task ScreenAsync(EventOffice office, string document) =>
        await new IncomingHandlingService.IncomingHandlingServiceClient(office.Suite.As("document", Office.Clerk)).ScreenIncomingDocumentAsync(new ScreenIncomingDocumentRequest
        {
            Name = document,
            Kind = HandlingKind.ForAction,
            Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
        });

    /// <summary>Titles that wait for the office director.</summary>
    private static async Task<IReadOnlyList<string>> DirectorsAsync(EventOffice office) =>
        [.. (await new InboxService.InboxServiceClient(office.Suite.As("coordination", Office.OfficeDirector)).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToDo })).Items.Select(i => i.Title)];

    private static async Task<long> CountAsync(EventOffice office) =>
        (await PathOf(office).ListEventSourcesAsync(new ListEventSourcesRequest { Parent = "services/coordination" })).EventSources.Sum(s => s.DeadLetterCount);

    private static async Task<RedriveDeadLettersResponse> RedriveAsync(EventOffice office) =>
        await PathOf(office).RedriveDeadLettersAsync(new RedriveDeadLettersRequest { Parent = "services/coordination", Producer = "document" });

    private static async Task<IReadOnlyList<RebuiltTable>> RebuildAsync(EventOffice office, string model, bool validateOnly)
    {
        using var call = PathOf(office).RebuildReadModel(new RebuildReadModelRequest { Name = $"services/coordination/readModels/{model}", ValidateOnly = validateOnly });
        return (await call.ResponseStream.ReadAllAsync().LastAsync()).Tables;
    }

    private static EventPathService.EventPathServiceClient PathOf(EventOffice office) => new(office.Suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
}
