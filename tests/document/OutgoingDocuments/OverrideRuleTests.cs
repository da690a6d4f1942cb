using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class OverrideRuleTests(DocumentSuites suites)
{
    // Rulebook cases 1 and 2.
    [Theory, EveryDatabase]
    public async Task The_office_director_lets_a_breach_pass_with_a_reason_that_is_kept(StoreKind store)
    {
        var on = await TwoSuperiorsAsync(store);
        (await Breaches.OfAsync(on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()))).ShouldBe(["DOC-R03 第15条(一)"]);
        var request = Request(on);

        var answer = await on.As(Office.OfficeDirector).OverrideRuleAsync(request);

        var passed = answer.OutgoingDocument.Overrides.ShouldHaveSingleItem();
        (passed.RuleId, passed.Reason, passed.Person).ShouldBe(("DOC-R03", "两级均要求报送", "people/office-director"));
        passed.Time.ShouldNotBeNull();
        (await on.As(Office.OfficeDirector).OverrideRuleAsync(request)).ShouldBe(answer);
        (await on.GetAsync()).Overrides.ShouldBe([passed]);
        await on.DoAsync("draft");
        foreach (var step in (string[])["section-review", "office-review", "sign", "recheck", "register"])
            await on.DoAsync(step);
    }

    [Theory, EveryDatabase]
    public async Task Said_again_the_later_reason_stands(StoreKind store)
    {
        var on = await TwoSuperiorsAsync(store);
        await on.As(Office.OfficeDirector).OverrideRuleAsync(Request(on));
        var again = Request(on);
        again.Reason = "已电话请示";
        (await on.As(Office.OfficeDirector).OverrideRuleAsync(again)).OutgoingDocument.Overrides.ShouldHaveSingleItem().Reason.ShouldBe("已电话请示");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_may_and_the_office_director_sees_no_draft_without_such_a_breach(StoreKind store)
    {
        var on = await TwoSuperiorsAsync(store);
        foreach (var person in (string[])[Office.Staff, Office.SectionChief, Office.Director, Office.Clerk])
            await Refused.ForAsync("PERMISSION_DENIED", on.As(person).OverrideRuleAsync(Request(on)));
        var other = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", other.As(Office.OfficeDirector).OverrideRuleAsync(Request(other)));
        (await Refused.FieldsOfAsync(on.As(Office.OfficeDirector).OverrideRuleAsync(new OverrideRuleRequest { Name = on.Name, RuleId = "DOC-R03" }))).ShouldBe(["reason"]);
    }

    // Rulebook case 4: 不抄送下级机关 leaves no room.
    [Theory, EveryDatabase]
    public async Task What_is_not_broken_or_may_not_pass_is_refused(StoreKind store)
    {
        var on = await TwoSuperiorsAsync(store);
        var request = Request(on);
        request.RuleId = "DOC-R02";
        (await Refused.ForAsync("NO_SUCH_BREACH", on.As(Office.OfficeDirector).OverrideRuleAsync(request))).Metadata["rule_id"].ShouldBe("DOC-R02");
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("main_recipients", d => d.MainRecipients = "市政府"));
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("copy_recipients", d => d.CopyRecipients = "县民政局"));
        await Refused.ForAsync("NO_SUCH_BREACH", on.As(Office.OfficeDirector).OverrideRuleAsync(Request(on)));
        (await Breaches.OfAsync(on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()))).ShouldBe(["DOC-R03 第15条(一)"]);
    }

    // Rulebook case 11.
    [Theory, EveryDatabase]
    public async Task A_level_may_be_skipped_with_a_copy_and_an_override_and_not_without_the_copy(StoreKind store)
    {
        var draft = DraftUnderway.Request();
        (draft.MainRecipients, draft.CopyRecipients) = ("省政府", "市政府");
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
        var request = Request(on);
        request.RuleId = "DOC-R02";
        await on.As(Office.OfficeDirector).OverrideRuleAsync(request);
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("copy_recipients", d => d.CopyRecipients = ""));
        (await Breaches.OfAsync(on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()))).ShouldBe(["DOC-R02 第14条"]);
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("copy_recipients", d => d.CopyRecipients = "市政府"));
        await on.DoAsync("draft");
    }

    private static OverrideRuleRequest Request(DraftUnderway on) =>
        new() { Name = on.Name, RuleId = "DOC-R03", Reason = "两级均要求报送", RequestId = Guid.NewGuid().ToString() };

    private async Task<DraftUnderway> TwoSuperiorsAsync(StoreKind store)
    {
        var draft = DraftUnderway.Request();
        draft.MainRecipients = "市政府、省民政厅";
        return await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
    }
}
