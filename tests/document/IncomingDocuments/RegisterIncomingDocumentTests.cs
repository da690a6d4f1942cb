using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Type;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class RegisterIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_registered_document_keeps_every_wording_as_printed(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var sent = Documents.Any();
        sent.IssueDateText = "二〇二六年三月五日";
        sent.IssueDate = new Date { Year = 2026, Month = 3, Day = 5 };
        sent.MainRecipients = "各市、县（市、区）民政局";
        sent.CopyRecipients = "省委办公厅，省人大常委会办公厅";
        sent.AttachmentTitles.AddRange(["1. 任务分工表", "2. 联系人名单"]);
        sent.Urgency = Urgency.Urgent;
        sent.Body = "第一段　全角空格。\n第二段\t制表符，𠮷字，(半角)括号〔六角〕。";

        var registered = await documents.RegisterAsync(sent);

        var read = (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = registered.Name })).IncomingDocument;
        read.ShouldBe(registered);
        read.State.ShouldBe(IncomingDocumentState.Registered);
        read.RegistrationNumber.ShouldMatch("^收〔2[0-9]{3}〕[0-9]+号$");
        read.RegisterPerson.ShouldBe("people/clerk");
        read.Readers.ShouldBe([Office.LeadersUnit, Office.OfficeUnit], ignoreOrder: true);
        foreach (var field in new[] { 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 })
            IncomingDocument.Descriptor.FindFieldByNumber(field).Accessor.GetValue(read)
                .ShouldBe(IncomingDocument.Descriptor.FindFieldByNumber(field).Accessor.GetValue(sent));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_at_once_get_fifty_consecutive_numbers(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var first = Sequence(await documents.RegisterAsync());

        // Other tests may register in between on the same register; what matters is that nothing is missing or doubled.
        var registered = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => documents.RegisterAsync()));

        var numbers = registered.Select(Sequence).Order().ToList();
        numbers.Distinct().Count().ShouldBe(50);
        var all = await NumbersAsync(store, first);
        all.ShouldBe(Enumerable.Range((int)first, all.Count).Select(n => (long)n));
        all.ShouldContain(numbers[^1]);
    }

    [Theory, EveryDatabase]
    public async Task A_refused_registration_uses_no_number(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var document = Documents.Any();
        var before = Sequence(await documents.RegisterAsync(document));
        await Refused.ForAsync("DUPLICATE", documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = document }));
        await documents.RegisterAsync();
        var numbers = await NumbersAsync(store, before);
        numbers.ShouldBe(Enumerable.Range((int)before, numbers.Count).Select(n => (long)n));
    }

    [Theory, EveryDatabase]
    public async Task The_same_request_id_twice_registers_once(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var request = new RegisterIncomingDocumentRequest { IncomingDocument = Documents.Any(), RequestId = Guid.NewGuid().ToString() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await documents.RegisterIncomingDocumentAsync(request)));

        answers.Distinct().Count().ShouldBe(1);
        var hits = await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { Filter = $"document_number = \"{request.IncomingDocument.DocumentNumber}\"" });
        hits.IncomingDocuments.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_request_id_cannot_serve_another_request(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var request = new RegisterIncomingDocumentRequest { IncomingDocument = Documents.Any(), RequestId = Guid.NewGuid().ToString() };
        await documents.RegisterIncomingDocumentAsync(request);
        request.IncomingDocument = Documents.Any();
        var info = await Refused.ForAsync("REQUEST_ID_REUSED", documents.RegisterIncomingDocumentAsync(request));
        info.Metadata["request_id"].ShouldBe(request.RequestId);
    }

    [Theory, EveryDatabase]
    public async Task Another_person_may_use_the_same_request_id(StoreKind store)
    {
        var request = new RegisterIncomingDocumentRequest { IncomingDocument = Documents.Any(), RequestId = Guid.NewGuid().ToString() };
        await (await suites.DocumentsAs(Office.Clerk, store)).RegisterIncomingDocumentAsync(request);
        request.IncomingDocument = Documents.Any();
        await (await suites.DocumentsAs(Office.OfficeDirector, store)).RegisterIncomingDocumentAsync(request);
    }

    [Theory, EveryDatabase]
    public async Task What_was_signed_for_is_registered_once(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var signed = (await documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = Documents.Any() })).IncomingDocument;
        var request = new RegisterIncomingDocumentRequest { SignedFor = signed.Name, IncomingDocument = new IncomingDocument { Sender = "机要交通" } };

        var registered = (await documents.RegisterIncomingDocumentAsync(request)).IncomingDocument;

        registered.Name.ShouldBe(signed.Name);
        registered.Title.ShouldBe(signed.Title);
        registered.Sender.ShouldBe("机要交通");
        registered.SignForTime.ShouldBe(signed.SignForTime);
        registered.Etag.ShouldNotBe(signed.Etag);
        var info = await Refused.ForAsync("ALREADY_REGISTERED", documents.RegisterIncomingDocumentAsync(request));
        info.Metadata["registration_number"].ShouldBe(registered.RegistrationNumber);
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_and_nothing_of_it_is_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        foreach (var mark in new[] { "机密★5年", "绝 密★", "秘密★2026年3月" })
        {
            var secret = Documents.Any();
            secret.Body += mark;
            var info = await Refused.ForAsync("STATE_SECRET_REFUSED", documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = secret, RequestId = Guid.NewGuid().ToString() }));
            info.Metadata["field"].ShouldBe("body");
            (await suite.FindInStoreAsync(secret.DocumentNumber)).ShouldBeEmpty();
            (await suite.FindInStoreAsync(secret.Title[^32..])).ShouldBeEmpty();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_title_is_required(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        await Refused.ForAsync("INCOMPLETE", documents.RegisterIncomingDocumentAsync(
            new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Body = "正文" } }));
    }

    [Theory, EveryDatabase]
    public async Task Readers_must_be_in_the_directory(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var document = Documents.Any();
        document.Readers.Add("units/nowhere");
        var info = await Refused.ForAsync("UNKNOWN_READER", documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = document }));
        info.Metadata["reader"].ShouldBe("units/nowhere");
    }

    [Theory, EveryDatabase]
    public async Task Who_holds_no_post_registers_nothing(StoreKind store)
    {
        var suite = await suites.On(store);
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(suite.Call("document", "nobody", Role.Clerk));
        await Refused.ForAsync("NO_POST", documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = Documents.Any() }));
    }

    [Theory, EveryDatabase]
    public async Task Broken_fields_are_all_named(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var fields = await Refused.FieldsOfAsync(documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest
        {
            IncomingDocument = new IncomingDocument { Title = new string('长', 501), Issuer = "a\0b", IssueDate = new Date { Year = 2026, Month = 2, Day = 30 }, CopyCount = -1, Readers = { "units/OFFICE" } },
            RequestId = "not a uuid",
        }));
        fields.ShouldBe(
            ["incoming_document.title", "incoming_document.issuer", "incoming_document.issue_date", "incoming_document.copy_count", "incoming_document.readers[0]", "request_id"],
            ignoreOrder: true);
    }

    private static long Sequence(IncomingDocument document) => Sequence(document.RegistrationNumber);

    private static long Sequence(string registrationNumber) => long.Parse(registrationNumber.Split('〕')[1].TrimEnd('号'));

    /// <summary>Every number given since, by the log of events: read at one moment, and blind to nobody's right to read.</summary>
    private async Task<List<long>> NumbersAsync(StoreKind store, long from) =>
        [.. (await (await suites.On(store)).EventsAsync<IncomingDocumentRegistered>("document")).Select(e => Sequence(e.RegistrationNumber)).Where(n => n >= from).Order()];
}
