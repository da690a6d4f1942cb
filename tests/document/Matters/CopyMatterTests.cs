using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class CopyMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_informs_others_once_and_they_find_the_document(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.OfficeDirector, async (person, etag, requestId) => (await on.MattersAs(person).CopyMatterAsync(
            new CopyMatterRequest { Name = on.Matter, Etag = etag, Readers = { DocumentUnderway.Reader("posts/section-chief") }, RequestId = requestId })).Matter);
        (await on.GetDocumentAsync(Office.SectionChief)).Name.ShouldBe(on.Document);
        (await on.ProgressAsync())[^1].Assigned.ShouldHaveSingleItem().Kind.ShouldBe(TaskKind.Copy);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_waits_for_a_copy_to_be_read_and_it_may_be_read_after_the_end(StoreKind store)
    {
        var on = await DocumentUnderway.AnsweredAsync(suites, store);
        await on.MattersAs(Office.Clerk).CopyMatterAsync(new CopyMatterRequest { Name = on.Matter, Readers = { DocumentUnderway.Reader("people/staff") } });
        var closed = (await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = on.Document })).IncomingDocument;
        closed.State.ShouldBe(IncomingDocumentState.Closed);

        await on.MattersAs(Office.Staff).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });

        (await on.ActsAsync())[^1].Verb.ShouldBe(Verb.Read);
        (await on.GetDocumentAsync()).ShouldBe(closed);
    }

    [Theory, EveryDatabase]
    public async Task A_copy_is_no_line_of_the_circulation_ledger(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.MattersAs(Office.Clerk).CopyMatterAsync(new CopyMatterRequest { Name = on.Matter, Readers = { DocumentUnderway.Reader("people/staff") } });
        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter });
        (ledger.Readings.Count, ledger.ServedCount).ShouldBe((0, 0));
    }
}
