using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Proofreading;

public sealed class ProofreadOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Each_slip_is_shown_with_place_reason_and_suggestion(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var document = await on.GetAsync();

        var read = await on.ProofreadingAs(Office.Staff).ProofreadOutgoingDocumentAsync(new() { Name = on.Name });

        read.Etag.ShouldBe(document.Etag);
        read.TextSha256.Length.ShouldBe(64);
        foreach (var finding in read.Findings.Where(f => f.Element == ProofElement.Body))
            document.Body.Substring(finding.Offset, finding.Length).ShouldBe(finding.Found);
        var date = read.Findings.Single(f => f.Kind == ProofKind.Date);
        (date.Element, date.Paragraph, date.Found, date.Suggestion, date.Certainty).ShouldBe((ProofElement.Body, 1, "2026年03月05日", "2026年3月5日", ProofCertainty.Error));
        (date.RuleId, date.Source, date.Article).ShouldBe(("FMT-7.3.5.4", "党政机关公文格式（GB/T 9704—2012）", "7.3.5.4"));
        (date.Message.Length > 0 && date.MessageEn.Length > 0).ShouldBeTrue();
        read.Findings.Single(f => f.Kind == ProofKind.Heading).HasSuggestion.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Whoever_may_read_the_document_may_have_it_read_and_nobody_else(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        (await on.ProofreadingAs(Office.SectionChief).ProofreadOutgoingDocumentAsync(new() { Name = on.Name })).Findings.ShouldNotBeEmpty();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.ProofreadingAs(DraftUnderway.Outsider).ProofreadOutgoingDocumentAsync(new() { Name = on.Name }));
        await Refused.ForAsync("PERMISSION_DENIED", on.ProofreadingAs(Office.County).ProofreadOutgoingDocumentAsync(new() { Name = on.Name }));
    }

    [Theory, EveryDatabase]
    public async Task Quoted_documents_are_held_against_the_register_as_far_as_the_caller_sees_it(StoreKind store)
    {
        var on = await Slips.DraftAsync(await suites.On(store));
        var received = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(Documents.Any("关于加强社会救助工作的通知"));
        var quoted = received.Title.Replace("社会救助", "社会救济", StringComparison.Ordinal);
        var text = new ProofreadTextRequest { Title = "关于做好救助工作的通知", Body = $"根据《{quoted}》（{received.DocumentNumber}），现通知如下。" };

        var citation = (await on.ProofreadingAs(Office.Clerk).ProofreadTextAsync(text)).Findings.Single(f => f.Kind == ProofKind.Citation);

        (citation.Found, citation.Suggestion, citation.RuleId).ShouldBe((quoted, received.Title, "DOC-P04"));
        // Nobody learns the title of a document by quoting its number.
        (await on.ProofreadingAs(DraftUnderway.Outsider).ProofreadTextAsync(text)).Findings.ShouldNotContain(f => f.Kind == ProofKind.Citation);
    }

    [Theory, EveryDatabase]
    public async Task What_the_bureau_issued_itself_is_in_the_register_too(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        var issued = await on.GetAsync();
        var text = new ProofreadTextRequest { Title = "关于做好救助工作的通知", Body = $"根据《{issued.Title.Replace("社会救助", "社会救济", StringComparison.Ordinal)}》（{issued.DocumentNumber}），现通知如下。" };
        (await on.ProofreadingAs(Office.Staff).ProofreadTextAsync(text)).Findings.Single(f => f.Kind == ProofKind.Citation).Suggestion.ShouldBe(issued.Title);
    }

    [Theory, EveryDatabase]
    public async Task Names_of_organs_are_held_against_the_directory(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.MainRecipients = "县民证局";
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
        var organ = (await on.ProofreadingAs(Office.Staff).ProofreadOutgoingDocumentAsync(new() { Name = on.Name })).Findings.Single(f => f.Kind == ProofKind.Organ);
        (organ.Element, organ.Found, organ.Suggestion).ShouldBe((ProofElement.MainRecipients, "县民证局", "县民政局"));
    }
}
