using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

public sealed class MarkSecrecyTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_draft_is_marked_by_whoever_has_it_and_the_mark_is_not_lowered(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var request = MarkedDocuments.Marking(on.Name, MarkedDocuments.Course);
        request.RequestId = Guid.NewGuid().ToString();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", suite.SecrecyAs(DraftUnderway.Outsider).MarkSecrecyAsync(request));
        await Refused.ForAsync("PERMISSION_DENIED", suite.SecrecyAs(Office.County).MarkSecrecyAsync(request));
        var marked = await suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(request);
        (await suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(request)).ShouldBe(marked);
        (marked.SecrecyMark.Proposer, marked.SecrecyMark.Printed).ShouldBe(("people/staff", ""));
        (await on.GetAsync()).Readers.ShouldBe(MarkedDocuments.Course, ignoreOrder: true);
        (await suite.EventsAsync<SecrecyMarked>("document")).Count(e => e.Document == on.Name && e.Scoped).ShouldBe(1);

        foreach (var wider in new[] { MarkedDocuments.Marking(on.Name), MarkedDocuments.Marking(on.Name, [.. MarkedDocuments.Course, Office.FinanceUnit]) })
            (await Breaches.OfAsync(suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(wider))).ShouldBe(["SEC-26 第64条"]);
        var lower = MarkedDocuments.Marking(on.Name, MarkedDocuments.Course);
        lower.SecrecyMark.Level = SecrecyLevel.Unspecified;
        (await Refused.ForAsync("MARK_LOWERED", suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(lower))).Metadata["level"].ShouldBe("工作秘密");
        await on.DoAsync("draft");
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Marking(on.Name, MarkedDocuments.Course)));
    }

    [Theory, EveryDatabase]
    public async Task What_the_rules_of_marking_forbid_cites_them(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var period = MarkedDocuments.Marking(on.Name);
        period.SecrecyMark.PeriodYears = 5;
        (await Breaches.OfAsync(suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(period))).ShouldBe(["SEC-26 第64条"]);
        await Refused.ForAsync("UNKNOWN_READER", suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Marking(on.Name, "people/staff", "people/nobody")));
        (await Refused.ForAsync("SCOPE_TOO_NARROW", suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(MarkedDocuments.Marking(on.Name, Office.OfficeUnit)))).Metadata["missing"].ShouldBe("staff");
    }

    // 保密法 第31条(三): nothing of it is kept, not even that such a level was named for this document.
    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_where_the_network_is_not_classified(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var request = MarkedDocuments.Classifying(on.Name);
        request.SecrecyMark.DerivedFrom = $"密件{Guid.NewGuid():N}";
        (await Refused.ForAsync("STATE_SECRET_REFUSED", suite.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(request))).Metadata["field"].ShouldBe("level");
        (await suite.FindInStoreAsync(request.SecrecyMark.DerivedFrom)).ShouldBeEmpty();
        (await suite.SecrecyAs(DraftUnderway.Drafter).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = on.Name })).SecrecyMark.Level.ShouldBe(SecrecyLevel.Unspecified);
    }

    [Theory, EveryDatabase]
    public async Task Lists_and_searches_know_nothing_of_it_outside_the_scope(StoreKind store)
    {
        var suite = await suites.On(store);
        var word = $"zz{Guid.NewGuid():N}"[..18];
        var clerk = await suites.DocumentsAs(Office.Clerk, store);
        var leader = await suites.DocumentsAs(Office.Director, store);
        var document = await clerk.RegisterAsync(Documents.Any($"内部情况{word}"));
        (await leader.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = word })).TotalSize.ShouldBe(1);

        await suite.SecrecyAs(Office.Clerk).MarkSecrecyAsync(MarkedDocuments.Marking(document.Name, "people/clerk", $"posts/{Office.OfficeDirector}"));

        (await leader.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = word })).TotalSize.ShouldBe(0);
        (await leader.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1000 })).IncomingDocuments.ShouldNotContain(d => d.Name == document.Name);
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", leader.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = document.Name }));
        (await (await suites.DocumentsAs(Office.OfficeDirector, store)).SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = word })).TotalSize.ShouldBe(1);
        // Nor may anybody be let read it as if it had no scope.
        var wider = new UpdateIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Name = document.Name, Readers = { "people/director" } }, UpdateMask = new() { Paths = { "readers" } } };
        (await Breaches.OfAsync(clerk.UpdateIncomingDocumentAsync(wider))).ShouldBe(["SEC-26 第64条"]);
    }

    [Theory, EveryDatabase]
    public async Task It_is_handed_to_nobody_outside_the_scope_in_any_way(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DocumentUnderway.StartedAsync(suite);
        await suite.SecrecyAs(Office.Clerk).MarkSecrecyAsync(MarkedDocuments.Marking(on.Document, "people/clerk", $"posts/{Office.Clerk}", $"posts/{Office.OfficeDirector}"));
        var matters = on.MattersAs(Office.Clerk);
        var outside = $"posts/{Office.FinanceChief}";
        (await Breaches.OfAsync(matters.TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = outside, Reason = "转办" }))).ShouldBe(["SEC-26 第64条"]);
        (await Breaches.OfAsync(matters.CirculateMatterAsync(new CirculateMatterRequest { Name = on.Matter, Readers = { DocumentUnderway.Reader(outside) } }))).ShouldBe(["SEC-26 第64条"]);
        (await Breaches.OfAsync(matters.CopyMatterAsync(new CopyMatterRequest { Name = on.Matter, Readers = { DocumentUnderway.Reader("people/staff") } }))).ShouldBe(["SEC-26 第64条"]);
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.FinanceChief).GetMatterAsync(new GetMatterRequest { Name = on.Matter }));
        // No inbox was told of it.
        (await on.ProgressAsync()).SelectMany(p => p.Assigned).ShouldNotContain(t => t.Post == outside);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening());
        (await on.GetAsync(Office.OfficeDirector)).HolderPost.ShouldBe($"posts/{Office.OfficeDirector}");
    }
}
