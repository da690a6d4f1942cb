using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Proofreading;

public sealed class FixOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task All_that_is_chosen_is_mended_at_once_and_kept_as_a_version(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var fix = await on.FixAsync();
        fix.RequestId = Guid.NewGuid().ToString();

        var answer = await on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(fix);

        answer.OutgoingDocument.Body.ShouldBe(Slips.Mended);
        answer.OutgoingDocument.Version.ShouldBe(2);
        answer.Findings.ShouldAllBe(f => !f.HasSuggestion);
        answer.TextSha256.ShouldNotBe(fix.TextSha256);
        var versions = await on.As(Office.Staff).ListOutgoingDocumentVersionsAsync(new() { Parent = on.Name });
        versions.Versions.Select(v => v.OutgoingDocument.Body).ShouldBe([Slips.Mended, Slips.Body]);
        versions.Versions[0].ChangedFields.ShouldBe(["body"]);
        (await on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(fix)).ShouldBe(answer);
        (await on.GetAsync()).Version.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Slips_of_an_annex_are_shown_with_its_title_and_mended_in_it(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.AttachmentList.Add(["名单", "分配表"]);
        draft.Annexes.Add([new Annex { Title = "名单", Text = "某某" }, new Annex { Title = "分配表", Text = "于2026年03月05日汇总。\n地区\t人数\n甲县\t120\n乙县\t80\n合计\t210" }]);
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
        var read = await on.ProofreadingAs(Office.Staff).ProofreadOutgoingDocumentAsync(new() { Name = on.Name });
        read.Findings.Where(f => f.Element == ProofElement.Annex).Select(f => (f.Annex, f.Item, f.Paragraph, f.Found, f.Suggestion))
            .ShouldBe([("分配表", 1, 1, "2026年03月05日", "2026年3月5日"), ("分配表", 1, 5, "210", "200")]);

        var mended = (await on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(await on.FixAsync(f => f.Element == ProofElement.Annex))).OutgoingDocument;

        mended.Annexes[1].Text.ShouldBe("于2026年3月5日汇总。\n地区\t人数\n甲县\t120\n乙县\t80\n合计\t200");
        (mended.Annexes[0], mended.Version).ShouldBe((draft.Annexes[0], 2));
        (await on.As(Office.Staff).ListOutgoingDocumentVersionsAsync(new() { Parent = on.Name })).Versions[0].ChangedFields.ShouldBe(["annexes"]);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_chosen_stays(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var answer = await on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(await on.FixAsync(f => f.Kind == ProofKind.Date));
        answer.OutgoingDocument.Body.ShouldBe(Slips.Body.Replace("03月05日", "3月5日", StringComparison.Ordinal));
        answer.Findings.ShouldContain(f => f.Kind == ProofKind.Phrase);
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_changed_since_is_not_mended(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var fix = await on.FixAsync();
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "另一正文。"));
        await Refused.ForAsync("STALE_ETAG", on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(fix));

        fix.Etag = (await on.GetAsync()).Etag;
        (await Refused.ForAsync("TEXT_CHANGED", on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(fix))).Metadata["name"].ShouldBe(on.Name);
        (await on.GetAsync()).Body.ShouldBe("另一正文。");
    }

    [Theory, EveryDatabase]
    public async Task A_finding_that_is_not_there_or_suggests_nothing_is_refused(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var open = await on.FixAsync(f => !f.HasSuggestion);
        (await Refused.ForAsync("NOTHING_SUGGESTED", on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(open))).Metadata["finding"].ShouldBe(open.FindingIds[0]);
        var unknown = await on.FixAsync();
        unknown.FindingIds.Add("Body.0.999.1.DOC-P05");
        await Refused.ForAsync("NO_SUCH_FINDING", on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(unknown));
        (await on.GetAsync()).Version.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Only_whoever_may_change_the_document_mends_it(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var fix = await on.FixAsync();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.ProofreadingAs(DraftUnderway.Outsider).FixOutgoingDocumentAsync(fix));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.ProofreadingAs(Office.SectionChief).FixOutgoingDocumentAsync(fix));
        await Refused.ForAsync("PERMISSION_DENIED", on.ProofreadingAs(Office.County).FixOutgoingDocumentAsync(fix));
        (await on.GetAsync()).Version.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_fixes_at_once_one_wins(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var fix = await on.FixAsync();
        var reasons = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Refused.ReasonOfAsync(on.ProofreadingAs(Office.Staff).FixOutgoingDocumentAsync(fix.Clone()))));
        reasons.Count(r => r.Length == 0).ShouldBe(1);
        reasons.Where(r => r.Length > 0).ShouldAllBe(r => r == "STALE_ETAG" || r == "CONFLICT");
        (await on.GetAsync()).Version.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task After_signing_the_change_is_declared_as_with_any_other(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store), "recheck");
        var fix = await on.FixAsync();
        await Refused.ForAsync("CHANGE_KIND_REQUIRED", on.ProofreadingAs(Office.Clerk).FixOutgoingDocumentAsync(fix));
        (fix.ChangeKind, fix.Reason) = (ChangeKind.Editorial, "文字有误");
        var mended = (await on.ProofreadingAs(Office.Clerk).FixOutgoingDocumentAsync(fix)).OutgoingDocument;
        (mended.State, mended.Body).ShouldBe((OutgoingDocumentState.Signed, Slips.Mended));
    }
}
