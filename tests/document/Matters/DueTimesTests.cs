using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

/// <summary>Until when a step is due, by the limits of the procedures and the calendar of the year.</summary>
public sealed class DueTimesTests
{
    // Rulebook case 59: what comes in the afternoon is due by noon of the next working day, here a Saturday that is worked.
    [Theory, EveryDatabase]
    public async Task What_comes_on_a_friday_afternoon_is_due_by_noon_of_a_worked_saturday(StoreKind store)
    {
        var now = new DateTimeOffset(2026, 2, 13, 15, 0, 0, TimeSpan.FromHours(8));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, ShiftedClock.At(now));
        var started = await StartAsync(suite, now);
        started.Tasks.ShouldHaveSingleItem().DueTime.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 2, 14, 12, 0, 0, TimeSpan.FromHours(8)));
        started.Tasks[0].DueExplanation.ShouldNotBeEmpty();
    }

    // Rulebook case 60: two working days from the eve of the National Day.
    [Theory, EveryDatabase]
    public async Task A_leader_has_two_working_days_without_the_holidays(StoreKind store)
    {
        var now = new DateTimeOffset(2026, 9, 30, 10, 0, 0, TimeSpan.FromHours(8));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, ShiftedClock.At(now));
        var started = await StartAsync(suite, now);
        var screening = new ScreenIncomingDocumentRequest
        {
            Name = started.Subject,
            Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
            Kind = HandlingKind.ForAction,
        };
        await new IncomingHandlingService.IncomingHandlingServiceClient(As(suite, Office.Clerk, Role.Clerk, now)).ScreenIncomingDocumentAsync(screening);

        var proposed = await new IncomingHandlingService.IncomingHandlingServiceClient(As(suite, Office.OfficeDirector, Role.OfficeDirector, now)).ProposeHandlingAsync(new ProposeHandlingRequest
        {
            Name = started.Subject,
            Opinion = "拟请局长阅示。",
            LeaderPost = DocumentUnderway.PostOf(Office.Director),
            Plan = new HandlingPlan { LeadPost = DocumentUnderway.PostOf(DocumentUnderway.Lead) },
        });

        proposed.Matter.Step.ShouldBe("instruct");
        proposed.Matter.Tasks.ShouldHaveSingleItem().DueTime.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 10, 9, 17, 30, 0, TimeSpan.FromHours(8)));
    }

    private static async Task<Backoffice.Procedures.V1.Matter> StartAsync(Suite suite, DateTimeOffset now)
    {
        var clerk = As(suite, Office.Clerk, Role.Clerk, now);
        var document = await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterAsync();
        return (await new IncomingHandlingService.IncomingHandlingServiceClient(clerk).StartHandlingAsync(new StartHandlingRequest { Name = document.Name })).Matter;
    }

    private static CallInvoker As(Suite suite, string person, Role role, DateTimeOffset now) =>
        suite.CallWith("document", $"Bearer {suite.Issuer.Sign(new TokenOf(person) { Roles = [role], IssuedAt = now })}");
}
