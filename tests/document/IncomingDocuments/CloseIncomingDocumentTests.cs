using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class CloseIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_clerk_alone_closes_once_and_the_archive_is_told(StoreKind store)
    {
        var on = await DocumentUnderway.AnsweredAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.Clerk, async (person, etag, requestId) => (await on.HandlingAs(person).CloseIncomingDocumentAsync(
            new CloseIncomingDocumentRequest { Name = on.Document, MatterEtag = etag, RequestId = requestId })).Matter, notFound: "INCOMING_DOCUMENT_NOT_FOUND");

        var (document, matter) = (await on.GetDocumentAsync(), await on.GetAsync());
        (document.State, matter.State, matter.Tasks.Count).ShouldBe((IncomingDocumentState.Closed, MatterState.Completed, 0));
        matter.EndTime.ShouldBe(document.Handling.CloseTime);
        var told = (await (await suites.On(store)).EventsAsync<IncomingDocumentClosed>("document")).Where(e => e.IncomingDocument == on.Document);
        told.ShouldHaveSingleItem().CloseTime.ShouldBe(document.Handling.CloseTime);
        await Refused.ForAsync("NOT_UNDER_WAY", on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = on.Document }));
    }

    // Rulebook case 55.
    [Theory, EveryDatabase]
    public async Task What_is_for_action_is_not_closed_without_an_answer(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });
        var result = on.Result();
        result.Answer = "";
        await on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(result);
        var request = new CloseIncomingDocumentRequest { Name = on.Document };
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(request))).ShouldBe(["DOC-I07 第24条(七)"]);
        request.Answer = "电话答复";

        (await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(request)).IncomingDocument.Handling.Answer.ShouldBe("电话答复");
    }

    // Rulebook case 56.
    [Theory, EveryDatabase]
    public async Task Of_five_readers_four_have_read_it_and_it_stays_open_until_the_fifth_has(StoreKind store)
    {
        string[] readers = [Office.Director, Office.DeputyDirector, Office.OfficeDirector, Office.SectionChief, Office.FinanceChief];
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening(readers.Select(r => $"people/{r}")));
        foreach (var reader in readers[..4])
            await on.MattersAs(reader).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });
        var request = new CloseIncomingDocumentRequest { Name = on.Document };
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(request))).ShouldBe(["DOC-I05 第24条(五)"]);

        await on.MattersAs(readers[4]).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });

        (await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(request)).IncomingDocument.State.ShouldBe(IncomingDocumentState.Closed);
    }

    [Theory, EveryDatabase]
    public async Task At_another_step_it_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        await Refused.ForAsync("STEP_NEEDS_FORM", on.HandlingAs(Office.Director).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = on.Document, Answer = "电话答复" }));
    }
}
