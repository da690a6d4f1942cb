using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

public sealed class ExtendScopeTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_leader_within_the_scope_extends_it_with_a_reason_that_is_kept_and_told(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await MarkedDocuments.MarkedAsync(suite, "office-review", [.. MarkedDocuments.Course]);
        var finance = $"posts/{Office.FinanceChief}";
        var request = new ExtendScopeRequest { Name = on.Name, Principals = { finance }, Reason = "需财务科会签", RequestId = Guid.NewGuid().ToString() };
        var circulate = new CopyMatterRequest { Name = on.Matter, Readers = { DocumentUnderway.Reader(finance) } };
        (await Breaches.OfAsync(on.MattersAs(Office.OfficeDirector).CopyMatterAsync(circulate))).ShouldBe(["SEC-26 第64条"]);
        foreach (var person in new[] { DraftUnderway.Drafter, Office.SectionChief, Office.Clerk, Office.County })
            await Refused.ForAsync("PERMISSION_DENIED", suite.SecrecyAs(person).ExtendScopeAsync(request));

        var extended = await suite.SecrecyAs(Office.OfficeDirector).ExtendScopeAsync(request);

        (await suite.SecrecyAs(Office.OfficeDirector).ExtendScopeAsync(request)).ShouldBe(extended);
        var extension = extended.SecrecyMark.Extensions.ShouldHaveSingleItem();
        (extension.Person, extension.Reason).ShouldBe(("people/office-director", "需财务科会签"));
        (await suite.EventsAsync<ScopeExtended>("document")).Count(e => e.Document == on.Name && e.Principals.Contains(finance)).ShouldBe(1);
        (await on.GetAsync(Office.FinanceChief)).Name.ShouldBe(on.Name);
        await on.MattersAs(Office.OfficeDirector).CopyMatterAsync(circulate);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_scope_there_is_nothing_to_extend_and_outside_it_nobody_extends(StoreKind store)
    {
        var suite = await suites.On(store);
        var open = await DraftUnderway.AtAsync(suite, "office-review");
        await Refused.ForAsync("NOT_SCOPED", suite.SecrecyAs(Office.OfficeDirector).ExtendScopeAsync(new ExtendScopeRequest { Name = open.Name, Principals = { "people/clerk" }, Reason = "工作需要" }));
        var narrow = await MarkedDocuments.MarkedAsync(suite, "section-review", "people/staff", $"posts/{Office.SectionChief}");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", suite.SecrecyAs(Office.Director).ExtendScopeAsync(new ExtendScopeRequest { Name = narrow.Name, Principals = { "people/director" }, Reason = "想看" }));
        // The ordinary course stops at the scope as well.
        (await Breaches.OfAsync(narrow.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = narrow.Matter }))).ShouldBe(["SEC-26 第64条"]);
    }
}
