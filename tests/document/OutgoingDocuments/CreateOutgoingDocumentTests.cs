using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class CreateOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_draft_is_its_drafters_and_open_to_the_section(StoreKind store)
    {
        var documents = await AsAsync(Office.Staff, store);
        var sent = DraftUnderway.Notice();

        var draft = (await documents.CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = sent })).OutgoingDocument;

        draft.State.ShouldBe(OutgoingDocumentState.Drafting);
        draft.Version.ShouldBe(1);
        draft.Drafter.ShouldBe("people/staff");
        draft.Unit.ShouldBe(Office.SectionUnit);
        draft.Readers.ShouldBe(["people/staff", "posts/staff", Office.SectionUnit]);
        draft.Title.ShouldBe(sent.Title);
        draft.Body.ShouldBe(sent.Body);
        draft.MatterCount.ShouldBe(1);
        draft.Findings.ShouldBeEmpty();
        (await GetAsync(Office.Staff, store, draft.Name)).ShouldBe(draft);
        (await GetAsync(Office.SectionChief, store, draft.Name)).ShouldBe(draft);
        foreach (var other in (string[])[Office.Clerk, Office.OfficeDirector, Office.FinanceChief, Office.Director])
            await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => GetAsync(other, store, draft.Name));
    }

    [Theory, EveryDatabase]
    public async Task What_it_breaks_is_told_and_it_is_saved_all_the_same(StoreKind store)
    {
        var sent = DraftUnderway.Request();
        sent.MainRecipients = "市政府、省民政厅";
        sent.Necessity = "";

        var draft = (await (await AsAsync(Office.Staff, store)).CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = sent })).OutgoingDocument;

        draft.Findings.Select(f => (f.RuleId, f.Strength)).ShouldBe([("DOC-R03", Strength.RejectOverridable), ("DOC-R01", Strength.Warn)], ignoreOrder: true);
        draft.Findings.Single(f => f.RuleId == "DOC-R03").Article.ShouldBe("第15条(一)");
        // The office director, who alone may let it pass, sees it.
        (await GetAsync(Office.OfficeDirector, store, draft.Name)).Findings.ShouldBe(draft.Findings);
    }

    [Theory, EveryDatabase]
    public async Task What_the_service_decides_cannot_be_sent(StoreKind store)
    {
        var sent = DraftUnderway.Notice();
        sent.State = OutgoingDocumentState.Signed;
        sent.DocumentNumber = "民发〔2026〕1号";
        sent.SignerNames.Add("director");
        sent.Readers.Add(Office.CountyUnit);

        var draft = (await (await AsAsync(Office.Staff, store)).CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = sent })).OutgoingDocument;

        draft.State.ShouldBe(OutgoingDocumentState.Drafting);
        draft.DocumentNumber.ShouldBeEmpty();
        draft.SignerNames.ShouldBeEmpty();
        draft.Readers.ShouldNotContain(Office.CountyUnit);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_is_not_a_second_draft(StoreKind store)
    {
        var documents = await AsAsync(Office.Staff, store);
        var request = new CreateOutgoingDocumentRequest { OutgoingDocument = DraftUnderway.Notice(), RequestId = Guid.NewGuid().ToString() };
        var first = await documents.CreateOutgoingDocumentAsync(request);
        (await documents.CreateOutgoingDocumentAsync(request)).ShouldBe(first);
        request.OutgoingDocument.Title = "关于另一事项的通知";
        await Refused.ForAsync("REQUEST_ID_REUSED", documents.CreateOutgoingDocumentAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_title_or_a_post_nothing_is_drafted(StoreKind store)
    {
        var untitled = DraftUnderway.Notice();
        untitled.Title = "";
        var info = await Refused.ForAsync("INCOMPLETE", (await AsAsync(Office.Staff, store)).CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = untitled }));
        info.Metadata["field"].ShouldBe("title");
        var nobody = new OutgoingDocumentService.OutgoingDocumentServiceClient((await suites.On(store)).Call("document", "nobody", Role.Clerk));
        await Refused.ForAsync("NO_POST", nobody.CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = DraftUnderway.Notice() }));
        await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(Office.County, store)).CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = DraftUnderway.Notice() }));
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_and_nothing_of_it_is_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var documents = await AsAsync(Office.Staff, store);
        foreach (var (field, mark) in new (string, Action<OutgoingDocument>)[]
            { ("title", d => d.Title = "机密★" + d.Title), ("body", d => d.Body += "绝 密★"), ("attachment_titles", d => d.AttachmentTitles.Add("秘密★2026年3月")) })
        {
            var secret = DraftUnderway.Notice();
            var trace = Guid.NewGuid().ToString("N");
            secret.Necessity = trace;
            mark(secret);
            var info = await Refused.ForAsync("STATE_SECRET_REFUSED", documents.CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = secret, RequestId = Guid.NewGuid().ToString() }));
            info.Metadata["field"].ShouldBe(field);
            (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        }
    }

    private async Task<OutgoingDocumentService.OutgoingDocumentServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));

    private async Task<OutgoingDocument> GetAsync(string person, StoreKind store, string name) =>
        (await (await AsAsync(person, store)).GetOutgoingDocumentAsync(new GetOutgoingDocumentRequest { Name = name })).OutgoingDocument;
}
