using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

// 发文办理 from the draft to the receipt (条例 第18条至第25条).
public sealed class OutgoingJourneyTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_notice_goes_its_whole_way(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.ConcernedOrgans.Add("规划财务科");
        await GoesAsync(await suites.On(store), draft, signer: Office.DeputyDirector, receipt: true);
    }

    [Theory, EveryDatabase]
    public async Task A_request_goes_its_whole_way_to_the_director(StoreKind store)
    {
        var draft = DraftUnderway.Request();
        draft.ConcernedOrgans.Add("规划财务科");
        await GoesAsync(await suites.On(store), draft, signer: Office.Director, receipt: false);
    }

    private static async Task GoesAsync(Suite suite, OutgoingDocument draft, string signer, bool receipt)
    {
        var on = await DraftUnderway.AtAsync(suite, "draft", draft);
        var holders = new List<string>();

        await on.DoAsync("draft");
        await HeldAsync();
        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Posts = { DraftUnderway.PostOf(Office.FinanceChief) }, Opinion = "请规划财务科会签。" });
        var matter = await HeldAsync();
        matter.Tasks.Select(t => (t.Kind, t.Post)).ShouldBe([(TaskKind.Act, DraftUnderway.PostOf(Office.SectionChief)), (TaskKind.Sign, DraftUnderway.PostOf(Office.FinanceChief))]);
        // The one who countersigns sees what was to be seen, and no sooner.
        (await on.GetAsync(Office.FinanceChief)).Body.ShouldBe(draft.Body);
        await on.MattersAs(Office.FinanceChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = "同意。" });
        await HeldAsync();
        foreach (var step in (string[])["office-review", "sign", "recheck", "register", "print"])
        {
            await on.DoAsync(step);
            await HeldAsync();
        }
        holders.ShouldBe([Office.SectionChief, Office.SectionChief, Office.OfficeDirector, signer, Office.Clerk, Office.Clerk, Office.Clerk, Office.Clerk]);
        await on.DoAsync("dispatch");

        matter = await on.MatterAsync();
        (matter.State, matter.HolderPost, matter.Tasks.Count).ShouldBe((MatterState.Completed, "", 0));
        var document = await on.GetAsync();
        (document.State, document.SignerNames.Single(), document.Findings.Count).ShouldBe((OutgoingDocumentState.Dispatched, signer, 0));
        document.PrintSha256.Length.ShouldBe(64);
        await ToldAsync(suite, on, document);
        if (receipt)
            await SignedForAsync(suite, on);

        async Task<Matter> HeldAsync()
        {
            var now = await on.MatterAsync();
            now.Tasks.Count(t => t.Kind == TaskKind.Act).ShouldBe(1);
            holders.Add(now.HolderPost.Split('/')[1]);
            return now;
        }
    }

    // At every act exactly one post was accountable, until none had to be; and every act was told once, in order.
    private static async Task ToldAsync(Suite suite, DraftUnderway on, OutgoingDocument document)
    {
        var (acts, progress) = (await on.ActsAsync(), await on.ProgressAsync());
        acts.Select(a => a.Verb).ShouldBe([Verb.Start, .. Enumerable.Repeat(Verb.Agree, 9)]);
        progress.Select(p => p.Act).ShouldBe(acts.Select(a => a.Number));
        progress.SkipLast(1).ShouldAllBe(p => p.HolderPost.Length > 0);
        progress[^1].HolderPost.ShouldBeEmpty();
        progress[^1].SubjectNumber.ShouldBe(document.DocumentNumber);
        (await suite.EventsAsync<OutgoingDocumentDispatched>("document")).Count(e => e.OutgoingDocument == on.Name).ShouldBe(1);
    }

    private static async Task SignedForAsync(Suite suite, DraftUnderway on)
    {
        var received = (await on.DispatchesAs(Office.County).ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest { PageSize = 1000, OutstandingOnly = true })).Dispatches.Single(d => d.Name.StartsWith(on.Name, StringComparison.Ordinal));
        (await on.GetAsync(Office.County)).Title.ShouldBe(received.Title);
        await on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = received.Name });
        (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name })).SignedForCount.ShouldBe(1);
        (await suite.EventsAsync<DispatchSignedFor>("document")).Count(e => e.Dispatch == received.Name).ShouldBe(1);
    }
}
