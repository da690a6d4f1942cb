using Backoffice.Document.Urging;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Type;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Urging;

/// <summary>An urgent document that is to be answered by 10 March 2026, a Tuesday, and is chased by the finance chief.</summary>
public sealed class UrgingUpkeepTests
{
    private const string Chaser = $"posts/{Office.FinanceChief}";
    private const string Lead = $"posts/{Office.SectionChief}";

    [Theory, EveryDatabase]
    public async Task Whoever_has_it_is_reminded_once_whatever_the_replicas_do_and_the_chaser_with_them(StoreKind store)
    {
        var clock = ShiftedClock.At(At("2026-03-02T10:00"));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var other = await suite.AddReplicaAsync(DocumentModule.Module);
        var document = await InstructAsync(suite, clock);
        await RemindAsync(suite, clock, "2026-03-05T08:29", "document");
        (await UrgesAsync(suite)).ShouldBeEmpty();

        await RemindAsync(suite, clock, "2026-03-05T08:31", "document", other, "document", other);

        var urge = (await UrgesAsync(suite)).ShouldHaveSingleItem();
        (urge.Actor.Person, urge.Actor.DisplayName).ShouldBe(("service:document", "系统自动催办"));
        var task = urge.Changed.ShouldHaveSingleItem();
        (task.Post, task.UrgeCount, task.DueExplanation).ShouldBe((Lead, 1, "要求3月10日前办结。"));
        (await CopiesAsync(suite)).ShouldBe([Chaser]);
        var matters = new MatterService.MatterServiceClient(As(suite, clock, Office.FinanceChief, Role.SectionChief));
        var act = (await matters.ListMatterActsAsync(new ListMatterActsRequest { Parent = urge.Matter, PageSize = 100 }));
        act.SealsHold.ShouldBeTrue();
        act.Acts.Single(a => a.Verb == Verb.Urge).Opinion.ShouldBe("距办理时限还有3个工作日（要求3月10日前办结）。");
        (await Trail(suite, clock)).ShouldContain(e => e.Method == "urge" && e.Resource == urge.Matter);
    }

    [Theory, EveryDatabase]
    public async Task What_is_late_comes_to_the_office_director_and_ends_with_the_task(StoreKind store)
    {
        var clock = ShiftedClock.At(At("2026-03-02T10:00"));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var document = await InstructAsync(suite, clock);
        await RemindAsync(suite, clock, "2026-03-12T09:00", "document");
        (await CopiesAsync(suite)).ShouldBe([Chaser]);

        await RemindAsync(suite, clock, "2026-03-13T09:00", "document");

        (await UrgesAsync(suite)).Select(u => u.Changed[0].UrgeCount).ShouldBe([1, 2]);
        (await CopiesAsync(suite)).ShouldBe([Chaser, $"posts/{Office.OfficeDirector}"]);
        await new IncomingHandlingService.IncomingHandlingServiceClient(As(suite, clock, Office.SectionChief, Role.SectionChief))
            .AnswerIncomingDocumentAsync(new AnswerIncomingDocumentRequest { Name = document, Result = "已办。", Answer = "电话答复" });
        await new IncomingHandlingService.IncomingHandlingServiceClient(As(suite, clock, Office.Clerk, Role.Clerk)).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = document });
        await RemindAsync(suite, clock, "2026-04-20T09:00", "document");
        (await UrgesAsync(suite)).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_matter_that_cannot_be_read_keeps_nobody_else_from_being_reminded(StoreKind store)
    {
        var clock = ShiftedClock.At(At("2026-03-02T10:00"));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        await InstructAsync(suite, clock);
        var broken = (await suite.EventsAsync<MatterProgressed>("document"))[0].Progress.Matter;
        await InstructAsync(suite, clock);
        // As when a site takes away the file of a procedure that matters still run by.
        await SetVersionAsync(suite, broken, 99);
        suite.Errors.Expect("no longer among the definitions");
        await RemindAsync(suite, clock, "2026-03-05T09:00", "document");
        (await UrgesAsync(suite)).ShouldHaveSingleItem().Matter.ShouldNotBe(broken);

        await SetVersionAsync(suite, broken, 2);
        await RemindAsync(suite, clock, "2026-03-09T09:00", "document");

        (await UrgesAsync(suite)).Select(u => u.Matter).ShouldContain(broken);
    }

    private static async Task SetVersionAsync(Suite suite, string matter, int version)
    {
        var id = Guid.Parse(matter.Split('/')[1]);
        await using var scope = suite.Services("document").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For("test", "procedures"), TestContext.Current.CancellationToken);
        await db.Matters.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.ProcedureVersion, version), TestContext.Current.CancellationToken);
        await turn.CommitAsync();
    }

    private static async Task RemindAsync(Suite suite, ShiftedClock clock, string local, params IReadOnlyList<string> replicas)
    {
        clock.Shift = At(local) - TimeProvider.System.GetUtcNow();
        await Task.WhenAll(replicas.Select(r => suite.Services(r).GetRequiredService<UrgingUpkeep>().RemindAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task<IReadOnlyList<Progress>> UrgesAsync(Suite suite) =>
        [.. (await suite.EventsAsync<MatterProgressed>("document")).Select(e => e.Progress).Where(p => p.Verb == Verb.Urge)];

    private static async Task<IEnumerable<string>> CopiesAsync(Suite suite) =>
        (await suite.EventsAsync<MatterProgressed>("document")).Where(e => e.Progress.Verb == Verb.Copy).SelectMany(e => e.Progress.Assigned).Select(t => t.Post);

    private static async Task<IEnumerable<Platform.V1.AuditEntry>> Trail(Suite suite, ShiftedClock clock) =>
        (await new Platform.V1.AuditService.AuditServiceClient(As(suite, clock, "auditor", Role.SecurityAuditor)).ListAuditEntriesAsync(new Platform.V1.ListAuditEntriesRequest { Parent = "services/document", Account = "service:document", PageSize = 100 })).AuditEntries;

    private static async Task<string> InstructAsync(Suite suite, ShiftedClock clock)
    {
        var clerk = As(suite, clock, Office.Clerk, Role.Clerk);
        var urgent = Documents.Any();
        urgent.Urgency = Urgency.Urgent;
        var name = (await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterAsync(urgent)).Name;
        var handling = new IncomingHandlingService.IncomingHandlingServiceClient(clerk);
        await handling.StartHandlingAsync(new StartHandlingRequest { Name = name });
        await handling.ScreenIncomingDocumentAsync(new ScreenIncomingDocumentRequest
        {
            Name = name,
            Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
            Kind = HandlingKind.ForAction,
        });
        await new IncomingHandlingService.IncomingHandlingServiceClient(As(suite, clock, Office.OfficeDirector, Role.OfficeDirector)).ProposeHandlingAsync(new ProposeHandlingRequest
        {
            Name = name,
            Opinion = "请社会救助科办理。",
            Plan = new HandlingPlan { LeadPost = Lead, ChaserPost = Chaser, DueDate = new Date { Year = 2026, Month = 3, Day = 10 } },
        });
        return name;
    }

    private static CallInvoker As(Suite suite, ShiftedClock clock, string person, Role role) =>
        suite.CallWith("document", $"Bearer {suite.Issuer.Sign(new TokenOf(person) { Roles = [role], IssuedAt = clock.GetUtcNow() })}");

    private static DateTimeOffset At(string local) => new(System.DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
