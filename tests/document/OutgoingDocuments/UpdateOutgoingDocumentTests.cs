using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class UpdateOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_change_begins_a_version_and_keeps_what_the_mask_does_not_name(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var before = await on.GetAsync();
        var change = await on.ChangeAsync("body", d => (d.Body, d.Title) = ("改后的正文。", "不在掩码中"));
        change.RequestId = Guid.NewGuid().ToString();

        var answer = await on.As(Office.Staff).UpdateOutgoingDocumentAsync(change);

        var after = answer.OutgoingDocument;
        after.Body.ShouldBe("改后的正文。");
        after.Title.ShouldBe(before.Title);
        after.Version.ShouldBe(2);
        after.Etag.ShouldNotBe(before.Etag);
        (await on.As(Office.Staff).UpdateOutgoingDocumentAsync(change)).ShouldBe(answer);
        (await on.GetAsync()).ShouldBe(after);
        change.RequestId = "";
        var info = await Refused.ForAsync("STALE_ETAG", on.As(Office.Staff).UpdateOutgoingDocumentAsync(change));
        info.Metadata["name"].ShouldBe(on.Name);
    }

    [Theory, EveryDatabase]
    public async Task Only_whoever_has_it_before_them_changes_it(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var change = await on.ChangeAsync("body", d => d.Body = "改后的正文。");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.As(DraftUnderway.Outsider).UpdateOutgoingDocumentAsync(change));
        (await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.As(Office.SectionChief).UpdateOutgoingDocumentAsync(change))).Metadata["holder"].ShouldBe("staff");

        await on.DoAsync("draft");

        change = await on.ChangeAsync("body", d => d.Body = "改后的正文。");
        (await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.As(Office.Staff).UpdateOutgoingDocumentAsync(change))).Metadata["holder"].ShouldBe("section-chief");
        (await on.As(Office.SectionChief).UpdateOutgoingDocumentAsync(change)).OutgoingDocument.Body.ShouldBe("改后的正文。");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_changes_at_once_one_wins(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var changes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => on.ChangeAsync("body", d => d.Body = $"正文{i}")));
        var reasons = await Task.WhenAll(changes.Select(c => Refused.ReasonOfAsync(on.As(Office.Staff).UpdateOutgoingDocumentAsync(c))));
        reasons.Count(r => r.Length == 0).ShouldBe(1);
        reasons.Where(r => r.Length > 0).ShouldAllBe(r => r == "STALE_ETAG" || r == "CONFLICT");
        (await on.GetAsync()).Version.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Neither_an_output_field_nor_an_empty_title_is_taken(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await Refused.ForAsync("INVALID_UPDATE_MASK", on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("document_number", d => d.DocumentNumber = "民发〔2026〕1号")));
        await Refused.ForAsync("INCOMPLETE", on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("title", d => d.Title = "")));
        (await on.GetAsync()).Version.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_and_nothing_of_it_is_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var trace = Guid.NewGuid().ToString("N");
        var change = await on.ChangeAsync("body", d => d.Body = $"机密★5年 {trace}");
        (await Refused.ForAsync("STATE_SECRET_REFUSED", on.As(Office.Staff).UpdateOutgoingDocumentAsync(change))).Metadata["field"].ShouldBe("body");
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        (await on.GetAsync()).Version.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task After_signing_a_change_says_of_what_kind_it_is_and_why(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");
        await Refused.ForAsync("CHANGE_KIND_REQUIRED", on.As(Office.Clerk).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "改。")));
        var silent = await on.ChangeAsync("body", d => d.Body = "改。", ChangeKind.Editorial);
        silent.Reason = " ";
        await Refused.ForAsync("CHANGE_KIND_REQUIRED", on.As(Office.Clerk).UpdateOutgoingDocumentAsync(silent));
    }

    // Rulebook case 39.
    [Theory, EveryDatabase]
    public async Task An_editorial_change_stays_signed_and_the_difference_is_kept(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");

        var after = (await on.As(Office.Clerk).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = d.Body.Replace("二、", "（二）"), ChangeKind.Editorial))).OutgoingDocument;

        after.State.ShouldBe(OutgoingDocumentState.Signed);
        after.SignerNames.ShouldBe([Office.DeputyDirector]);
        (await on.MatterAsync()).Step.ShouldBe("recheck");
        var kept = (await on.As(Office.Clerk).ListOutgoingDocumentVersionsAsync(new ListOutgoingDocumentVersionsRequest { Parent = on.Name })).Versions[0];
        (kept.ChangeKind, kept.Reason, kept.Person).ShouldBe((ChangeKind.Editorial, "文字有误", "people/clerk"));
        await on.DoAsync("recheck");
        await on.DoAsync("register");
        // Numbered, it is fixed.
        await Refused.ForAsync("WRONG_STATE", on.As(Office.Clerk).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "改。", ChangeKind.Editorial)));
    }

    // Rulebook case 39.
    [Theory, EveryDatabase]
    public async Task A_substantive_change_goes_back_to_the_same_signer_and_straight_back_afterwards(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "register");

        var after = (await on.As(Office.Clerk).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "标准提高一倍。", ChangeKind.Substantive))).OutgoingDocument;

        after.State.ShouldBe(OutgoingDocumentState.InProgress);
        after.SignerNames.ShouldBeEmpty();
        var matter = await on.MatterAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("sign", DraftUnderway.PostOf(Office.DeputyDirector)));
        await Refused.ForAsync("NOT_THE_HOLDER", on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching()));
        await Refused.ForAsync("WRONG_STATE", on.HandlingAs(Office.DeputyDirector).DispatchOutgoingDocumentAsync(on.Dispatching()));
        (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).RegisterOutgoingDocumentAsync(on.Registration()))).ShouldBe(["DOC-O02 第25条(二)"]);
        await on.DoAsync("sign");
        (await on.MatterAsync()).Step.ShouldBe("register");
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Signed);
        await on.DoAsync("register");
    }

    [Theory, EveryDatabase]
    public async Task What_was_returned_to_the_drafter_and_changed_in_substance_is_stopped_until_it_is_signed_again(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "draft", StraightBack = true, Reason = "数字有误" });
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "标准提高一倍。", ChangeKind.Substantive));
        await on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission());
        (await on.MatterAsync()).Step.ShouldBe("recheck");
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).RecheckOutgoingDocumentAsync(on.Recheck()))).ShouldContain("DOC-D06 第22条");
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "sign", StraightBack = true, Reason = "内容已变" });
        await on.DoAsync("sign");
        await on.DoAsync("recheck");
    }

    [Theory, EveryDatabase]
    public async Task What_was_terminated_begins_anew(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck");
        await on.MattersAs(Office.Staff).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "情况有变" });
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Drafting);
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "另起。"));
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "dispatched"))
            await on.DoAsync(step);
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Dispatched);
    }
}
