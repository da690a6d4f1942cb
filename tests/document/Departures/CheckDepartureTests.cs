using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Departures;

public sealed class CheckDepartureTests
{
    // Rulebook case 62, of what is held here.
    [Theory, EveryDatabase]
    public async Task Whoever_has_two_documents_unread_does_not_leave_before_they_are_done_with(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var (one, other) = (await ServedAsync(suite, "people/finance-chief"), await ServedAsync(suite, "people/finance-chief", "people/section-chief"));

        var found = await CheckAsync(suite, Office.Clerk, "people/finance-chief");

        found.HeldCount.ShouldBe(2);
        found.Holdings.Select(h => (h.Kind, h.Subject, h.Matter, h.Post)).ShouldBe(
            [(HoldingKind.Reading, one.Document, one.Matter, ""), (HoldingKind.Reading, other.Document, other.Matter, "")]);
        found.Holdings.ShouldAllBe(h => h.Title.Length > 0 && h.AssignTime != null);
        var rule = found.Findings.ShouldHaveSingleItem();
        (rule.RuleId, rule.Article, rule.Strength, rule.Measured).ShouldBe(("DOC-M09", "第36条", Strength.Reject, "2"));
        foreach (var on in new[] { one, other })
            await on.MattersAs(Office.FinanceChief).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });
        (await CheckAsync(suite, Office.Clerk, "people/finance-chief")).ShouldBe(new CheckDepartureResponse());
    }

    // 保密法 第46条 (rule SEC-21).
    [Theory, EveryDatabase]
    public async Task Whoever_leaves_returns_state_secrets_first(StoreKind store)
    {
        await using var house = await ClassifiedHouses.StartAsync(store);
        await DraftUnderway.AtAsync(house, "draft");
        await house.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Classifying((await DraftUnderway.AtAsync(house, "draft")).Name));
        (await CheckAsync(house, Office.Clerk, "people/staff")).Findings.Select(f => (f.RuleId, f.Measured)).ShouldBe([("DOC-M09", "2"), ("SEC-21", "1")]);
    }

    [Theory, EveryDatabase]
    public async Task Tasks_of_posts_held_alone_and_drafts_are_held_too_and_titles_are_for_whoever_may_see_them(StoreKind store)
    {
        var directory = Office.Directory.Clone();
        directory.People.Single(p => p.Account == Office.DeputyDirector).Posts.Add(DraftUnderway.PostOf(Office.OfficeDirector));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, directory: directory);
        var draft = await DraftUnderway.AtAsync(suite, "draft");
        var review = await DraftUnderway.AtAsync(suite, "section-review");

        var staff = await CheckAsync(suite, Office.Clerk, "people/staff");
        staff.Holdings.Select(h => (h.Kind, h.Subject, h.Title, h.Matter)).ShouldBe([(HoldingKind.Draft, draft.Name, "", "")]);
        var chief = (await CheckAsync(suite, Office.OfficeDirector, "people/section-chief")).Holdings.ShouldHaveSingleItem();
        (chief.Kind, chief.Subject, chief.Title, chief.Matter, chief.Post).ShouldBe((HoldingKind.Task, review.Name, "", review.Matter, DraftUnderway.PostOf(Office.SectionChief)));
        await review.DoAsync("section-review");
        // Two hold the office director's post: the work stays with the other.
        (await CheckAsync(suite, Office.Clerk, "people/office-director")).HeldCount.ShouldBe(0);
        (await CheckAsync(suite, Office.Clerk, "people/section-chief")).Findings.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Walking_the_pages_is_reading_all_the_longest_held_first(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        for (var i = 0; i < 3; i++)
            await ServedAsync(suite, "people/director", "posts/director");
        var all = (await CheckAsync(suite, Office.Clerk, "people/director")).Holdings;
        all.Count.ShouldBe(6);
        all.Select(h => h.AssignTime).ShouldBe(all.Select(h => h.AssignTime).Order());
        var (walked, token) = (new List<Holding>(), "");
        do
        {
            var page = await ClientAs(suite, Office.Clerk).CheckDepartureAsync(new CheckDepartureRequest { Name = "people/director", PageSize = 4, PageToken = token });
            page.HeldCount.ShouldBe(6);
            walked.AddRange(page.Holdings);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        walked.ShouldBe(all);
    }

    [Theory, EveryDatabase]
    public async Task The_office_alone_checks_and_only_whom_the_directory_knows(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        foreach (var person in (string[])[Office.Staff, Office.SectionChief, Office.Director, Office.County])
            await Refused.ForAsync("PERMISSION_DENIED", ClientAs(suite, person).CheckDepartureAsync(new CheckDepartureRequest { Name = "people/staff" }));
        (await Refused.ForAsync("UNKNOWN_PERSON", ClientAs(suite, Office.Clerk).CheckDepartureAsync(new CheckDepartureRequest { Name = "people/nobody" }))).Metadata["person"].ShouldBe("people/nobody");
        (await Refused.FieldsOfAsync(ClientAs(suite, Office.Clerk).CheckDepartureAsync(new CheckDepartureRequest { Name = "posts/staff" }))).ShouldBe(["name"]);
    }

    private static DepartureService.DepartureServiceClient ClientAs(Suite suite, string person) => new(suite.As("document", person));

    private static async Task<CheckDepartureResponse> CheckAsync(Suite suite, string by, string person) =>
        await ClientAs(suite, by).CheckDepartureAsync(new CheckDepartureRequest { Name = person });

    private static async Task<DocumentUnderway> ServedAsync(Suite suite, params IEnumerable<string> readers)
    {
        var on = await DocumentUnderway.StartedAsync(suite);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening(readers));
        return on;
    }
}
