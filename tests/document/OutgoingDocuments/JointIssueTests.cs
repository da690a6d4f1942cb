using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

/// <summary>联合行文 and 电报 (条例 第9条、第17条、第22条).</summary>
public sealed class JointIssueTests(DocumentSuites suites)
{
    // Rulebook case 32: the bureau on 3 March, the others on the 5th and the 4th.
    [Theory, EveryDatabase]
    public async Task The_last_of_the_heads_gives_the_date_and_all_organs_are_printed_in_their_order(StoreKind store)
    {
        var clock = ShiftedClock.At(new DateTimeOffset(2026, 3, 3, 2, 0, 0, TimeSpan.Zero));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var draft = JointDraft.Of("市财政局", "市教育局");
        draft.CopyRecipients = "市政府";
        var on = await DraftUnderway.AtAsync(suite, "sign", draft);
        await on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(new() { Name = on.Name, Opinion = "同意。", SignDate = JointDraft.Day(3) });
        (await on.GetAsync()).FinalDate.ShouldBeNull();
        clock.Shift += TimeSpan.FromDays(3);
        await on.HandlingAs(Office.Clerk).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局", "孙丽", 5));
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).RecheckOutgoingDocumentAsync(on.Recheck()))).ShouldBe(["DOC-D08 第22条"]);
        await on.HandlingAs(Office.Clerk).RecordJointSignatureAsync(JointDraft.Signature(on, "市教育局", "钱伟", 4));
        foreach (var step in (string[])["recheck", "register", "print"])
            await on.DoAsync(step);

        var issued = await on.GetAsync();
        (issued.FinalDate, issued.DocumentNumber).ShouldBe((JointDraft.Day(5), "民发〔2026〕1号"));
        issued.SignerNames.ShouldBe([Office.DeputyDirector, "孙丽", "钱伟"]);
        var text = (await on.PagesAs(Office.Clerk).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Text })).Content.ToStringUtf8();
        text.ShouldStartWith("本机关　市财政局　市教育局文件\n");
        text.ShouldContain("\n本机关\n市财政局\n市教育局\n2026年3月5日\n");
        // Every organ has copies to keep; how it was signed is not for who receives it.
        await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "县民政局" }, new Recipient { Organ = "市财政局" }));
        (await on.GetAsync(Office.County)).JointOrgans.ShouldBe([new JointOrgan { Organ = "市财政局" }, new JointOrgan { Organ = "市教育局" }]);
    }

    // Rulebook case 34.
    [Theory, EveryDatabase]
    public async Task It_bears_the_number_of_its_main_organ_and_of_no_other(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign", JointDraft.Of("市财政局"));
        await on.DoAsync("sign");
        await on.HandlingAs(Office.Clerk).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局"));
        await on.DoAsync("recheck");
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(on.Registration("财发")))).ShouldBe(["DOC-E05 第9条(五)"]);
        await on.DoAsync("register");
    }

    // Rulebook case 35.
    [Theory, EveryDatabase]
    public async Task Of_an_upward_document_the_principal_heads_of_all_organs_sign_and_are_shown(StoreKind store)
    {
        var draft = DraftUnderway.Request();
        draft.JointOrgans.Add(new JointOrgan { Organ = "市财政局" });
        var on = await DraftUnderway.AtAsync(await suites.On(store), "recheck", draft);
        var deputy = JointDraft.Signature(on, "市财政局");
        deputy.Principal = false;
        await on.HandlingAs(Office.Clerk).RecordJointSignatureAsync(deputy);
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).RecheckOutgoingDocumentAsync(on.Recheck()))).ShouldBe(["DOC-D06 第22条"]);
        await on.HandlingAs(Office.Clerk).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局", "孙丽"));
        await on.DoAsync("recheck");
        var text = await on.PagesAs(Office.Clerk).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Text });
        text.Content.ToStringUtf8().ShouldContain("签发人：director　孙丽\n");
    }

    [Theory, EveryDatabase]
    public async Task The_mark_may_name_the_main_organ_alone(StoreKind store)
    {
        var draft = JointDraft.Of("市财政局");
        draft.MainOrganMark = true;
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
        var text = (await on.PagesAs(DraftUnderway.Drafter).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Text })).Content.ToStringUtf8();
        text.ShouldStartWith("本机关文件\n");
        var listed = (await on.As(DraftUnderway.Drafter).ListOutgoingDocumentsAsync(new() { PageSize = 1 })).OutgoingDocuments.Single();
        listed.JointOrgans.Select(j => j.Organ).ShouldBe(["市财政局"]);
    }

    // Rulebook case 42: what goes as a telegram is printed with its degree and without seal.
    [Theory, EveryDatabase]
    public async Task A_telegram_bears_its_degree_of_urgency(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        (draft.Carrier, draft.Urgency) = (Carrier.Telegram, Urgency.TopPriority);
        var on = await DraftUnderway.AtAsync(await suites.On(store), "section-review", draft);
        (await on.ProgressAsync())[^1].Urgency.ShouldBe(3);
        (await on.PagesAs(DraftUnderway.Drafter).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Text })).Content.ToStringUtf8().ShouldStartWith("特提\n");
    }

    // Rulebook case 32, the other way round: one organ signs before the bureau and one after; the bureau may as well be the last.
    [Theory, EveryDatabase]
    public async Task Whichever_organ_signs_last_gives_the_date(StoreKind store)
    {
        var clock = ShiftedClock.At(new DateTimeOffset(2026, 3, 3, 2, 0, 0, TimeSpan.Zero));
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var first = await DraftUnderway.AtAsync(suite, "sign", JointDraft.Of("市财政局", "市教育局"));
        var second = await DraftUnderway.AtAsync(suite, "sign", JointDraft.Of("市财政局"));
        foreach (var on in new[] { first, second })
            await on.HandlingAs(Office.DeputyDirector).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局", "孙丽", 3));
        clock.Shift += TimeSpan.FromDays(1);
        foreach (var on in new[] { first, second })
            await on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(new() { Name = on.Name, Opinion = "同意。", SignDate = JointDraft.Day(4) });
        (await first.GetAsync()).FinalDate.ShouldBeNull();
        (await second.GetAsync()).FinalDate.ShouldBe(JointDraft.Day(4));
        clock.Shift += TimeSpan.FromDays(1);
        await first.HandlingAs(Office.Clerk).RecordJointSignatureAsync(JointDraft.Signature(first, "市教育局", "钱伟", 5));
        (await first.GetAsync()).FinalDate.ShouldBe(JointDraft.Day(5));
        foreach (var on in new[] { first, second })
            await on.DoAsync("recheck");
    }
}
