using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Proofreading;

public sealed class ProofreadTextTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_text_that_is_no_document_is_read_and_not_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var trace = Guid.NewGuid().ToString("N");
        var read = await As(suite, Office.Staff).ProofreadTextAsync(new()
        {
            Title = "关于做好救助工作的通知。",
            Body = $"会议定于2026年3月5日（星期五）召开。{trace}",
            AttachmentList = { "名单。" },
            AttachmentTitles = { "名单" },
        });
        read.Findings.Select(f => (f.Element, f.Found, f.Suggestion)).ShouldBe(
        [
            (ProofElement.Title, "。", ""), (ProofElement.Body, "五", "四"), (ProofElement.AttachmentList, "名单。", "名单"),
        ]);
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_and_nothing_of_it_is_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var trace = Guid.NewGuid().ToString("N");
        var refused = await Refused.ForAsync("STATE_SECRET_REFUSED", As(suite, Office.Staff).ProofreadTextAsync(new() { Body = $"机密★5年 {trace}" }));
        refused.Metadata["field"].ShouldBe("body");
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Annexes_are_read_and_searched_for_secrets_like_the_body(StoreKind store)
    {
        var suite = await suites.On(store);
        var annex = new Annex { Title = "时间表", Text = "2026年03月05日" };
        var found = (await As(suite, Office.Staff).ProofreadTextAsync(new() { Annexes = { annex } })).Findings.Single();
        (found.Element, found.Annex, found.Suggestion).ShouldBe((ProofElement.Annex, "时间表", "2026年3月5日"));
        await Refused.ForAsync("STATE_SECRET_REFUSED", As(suite, Office.Staff).ProofreadTextAsync(new() { Annexes = { new Annex { Title = "表", Text = "机密★5年" } } }));
    }

    [Theory, EveryDatabase]
    public async Task Of_very_many_findings_the_first_are_listed(StoreKind store)
    {
        var read = await As(await suites.On(store), Office.Staff).ProofreadTextAsync(new() { Body = string.Concat(Enumerable.Repeat("各县区,", 3000)) });
        (read.Findings.Count, read.More).ShouldBe((2000, true));
    }

    [Theory, EveryDatabase]
    public async Task Other_organs_have_nothing_read(StoreKind store)
    {
        var suite = await suites.On(store);
        await Refused.ForAsync("PERMISSION_DENIED", As(suite, Office.County).ProofreadTextAsync(new() { Body = "正文。" }));
    }

    private static ProofreadingService.ProofreadingServiceClient As(Suite suite, string person) => new(suite.As("document", person));
}
