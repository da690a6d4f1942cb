using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class AnsweredRequestTests(DocumentSuites suites)
{
    private const string Sender = "县民政局";

    /// <summary>A document received from an organ, which the section may read.</summary>
    public static async Task<string> ReceivedAsync(DocumentSuites suites, StoreKind store, string issuer) => (await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(From(issuer))).Name;

    [Theory, EveryDatabase]
    public async Task A_draft_answers_only_what_its_drafter_may_read(StoreKind store)
    {
        var suite = await suites.On(store);
        var hidden = (await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(Documents.Any())).Name;
        var drafts = new OutgoingDocumentService.OutgoingDocumentServiceClient(suite.As("document", Office.Staff));
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", drafts.CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = AnswerTo(hidden) }));
        var on = await DraftUnderway.AtAsync(suite, "draft", DraftUnderway.Notice());
        var change = await on.ChangeAsync("in_reply_to", d => d.InReplyTo = hidden);
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", on.As(Office.Staff).UpdateOutgoingDocumentAsync(change));

        change.OutgoingDocument.InReplyTo = await ReceivedAsync(suites, store, Sender);
        (await on.As(Office.Staff).UpdateOutgoingDocumentAsync(change)).OutgoingDocument.InReplyTo.ShouldBe(change.OutgoingDocument.InReplyTo);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_goes_back_to_its_sender_in_the_direction_that_leads_there(StoreKind store)
    {
        var suite = await suites.On(store);
        var draft = AnswerTo(await ReceivedAsync(suites, store, Sender));
        var on = await DraftUnderway.AtAsync(suite, "draft", draft);

        var elsewhere = await Refused.ForAsync("ANSWER_ELSEWHERE", on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("main_recipients", d => d.MainRecipients = "市财政局")));
        (elsewhere.Metadata["organ"], elsewhere.Metadata["recipients"]).ShouldBe((Sender, "市财政局"));
        var direction = await Refused.ForAsync("ANSWER_DIRECTION", on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("direction", d => d.Direction = RoutingDirection.Upward)));
        (direction.Metadata["wanted"], direction.Metadata["direction"]).ShouldBe(("下行", "上行"));
        (await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("main_recipients", d => d.MainRecipients = $"市财政局、{Sender}"))).OutgoingDocument.MainRecipients.ShouldEndWith(Sender);

        var upward = DraftUnderway.Request();
        upward.InReplyTo = await ReceivedAsync(suites, store, "市政府");
        (await DraftUnderway.AtAsync(suite, "draft", upward)).Name.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Its_dispatch_answers_the_received_document_which_can_then_be_closed(StoreKind store)
    {
        var suite = await suites.On(store);
        var request = await DocumentUnderway.InstructedAsync(suites, store, From(Sender));
        var answer = await DraftUnderway.AtAsync(suite, "dispatch", AnswerTo(request.Document));
        (await request.GetDocumentAsync()).AnsweringDocuments.ShouldHaveSingleItem().DispatchTime.ShouldBeNull();
        await request.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = request.Matter });
        var before = await request.GetDocumentAsync();

        await answer.DoAsync("dispatch");

        var (sent, answered) = (await answer.GetAsync(), await request.GetDocumentAsync());
        answered.Etag.ShouldNotBe(before.Etag);
        answered.Handling.Answer.ShouldMatch($"^{sent.DocumentNumber}（\\d+年\\d+月\\d+日）$");
        answered.Handling.AnswerDocument.ShouldBe(answer.Name);
        var shown = answered.AnsweringDocuments.ShouldHaveSingleItem();
        (shown.OutgoingDocument, shown.Title, shown.DocumentNumber, shown.DispatchTime).ShouldBe((answer.Name, sent.Title, sent.DocumentNumber, answered.Handling.AnswerTime));
        (await suite.EventsAsync<OutgoingDocumentDispatched>("document")).Single(e => e.OutgoingDocument == answer.Name).InReplyTo.ShouldBe(request.Document);
        await request.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(new AnswerIncomingDocumentRequest { Name = request.Document, Result = "已批复。" });
        var closed = (await request.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = request.Document })).IncomingDocument;
        closed.State.ShouldBe(IncomingDocumentState.Closed);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_is_shown_only_to_who_may_read_it(StoreKind store)
    {
        var suite = await suites.On(store);
        var received = From(Sender);
        received.Readers.Add(Office.FinanceUnit);
        var name = (await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(received)).Name;
        await DraftUnderway.AtAsync(suite, "draft", AnswerTo(name));
        (await AnsweringAs(Office.FinanceChief)).ShouldBeEmpty();
        (await AnsweringAs(Office.Staff)).Count.ShouldBe(1);

        async Task<IReadOnlyList<AnsweringDocument>> AnsweringAs(string person) =>
            (await (await suites.DocumentsAs(person, store)).GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = name })).IncomingDocument.AnsweringDocuments;
    }

    [Theory, EveryDatabase]
    public async Task Answers_are_found_along_an_index(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var name = await ReceivedAsync(suites, store, Sender);
        (await QueryPlan.OfAsync(await suites.On(store), async () => await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = name }),
            sql => sql.Contains("in_reply_to") && !sql.Contains("copy_recipients")))
            .ShouldContain("IX_outgoing_documents_in_reply_to");
    }

    private static OutgoingDocument AnswerTo(string request)
    {
        var draft = DraftUnderway.Notice();
        (draft.Genre, draft.Title, draft.InReplyTo) = (DocumentGenre.Reply, $"关于社会救助工作（{Guid.NewGuid():N}）的批复", request);
        return draft;
    }

    private static IncomingDocument From(string issuer)
    {
        var document = Documents.Any();
        document.Issuer = issuer;
        document.Readers.AddRange([Office.OfficeUnit, Office.LeadersUnit, Office.SectionUnit]);
        return document;
    }
}
