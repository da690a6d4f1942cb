using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Google.Rpc;
using Google.Type;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using IncomingDocument = Backoffice.Document.V1.IncomingDocument;
using IncomingDocumentService = Backoffice.Document.V1.IncomingDocumentService;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class DuplicateSearchTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_same_number_of_the_same_organ_and_year_needs_a_reason_which_is_kept(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var registered = await documents.RegisterAsync();
        var again = Documents.Any();
        (again.DocumentNumber, again.Issuer) = (registered.DocumentNumber.Replace('〔', '[').Replace('〕', ']').Insert(2, " "), $" {registered.Issuer}");

        var info = await Refused.ForAsync("DUPLICATE", RegisterAsync(documents, again, accept: true));
        info.Metadata["registration_number"].ShouldBe(registered.RegistrationNumber);
        again.DuplicateReason = "  ";
        await Refused.ForAsync("DUPLICATE", RegisterAsync(documents, again, accept: true));
        again.DuplicateReason = "补发件，附件已更换";
        var accepted = await RegisterAsync(documents, again);

        accepted.IncomingDocument.DuplicateReason.ShouldBe(again.DuplicateReason);
        accepted.Resemblances.ShouldBe([Of(registered, ResemblanceKind.Duplicate)]);
        var other = Documents.Any();
        other.DuplicateReason = "没有重复";
        (await RegisterAsync(documents, other)).IncomingDocument.DuplicateReason.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_number_without_year_counts_in_the_year_of_its_issue(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var (first, later, undated) = (Order(2025), Order(2026), Order(2025));
        undated.IssueDate = null;
        (later.DocumentNumber, undated.DocumentNumber) = (first.DocumentNumber, first.DocumentNumber);
        await documents.RegisterAsync(first);

        await Refused.ForAsync("LIKELY_DUPLICATE", RegisterAsync(documents, later));
        await Refused.ForAsync("LIKELY_DUPLICATE", RegisterAsync(documents, undated));
        await RegisterAsync(documents, later, accept: true);
        var again = Order(2025);
        again.DocumentNumber = first.DocumentNumber;
        await Refused.ForAsync("DUPLICATE", RegisterAsync(documents, again));

        static IncomingDocument Order(int year)
        {
            var order = Documents.Any();
            (order.DocumentNumber, order.IssueDate) = ($"第{Guid.NewGuid():N}号令", new Date { Year = year, Month = 3, Day = 5 });
            return order;
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_title_issuer_and_date_is_a_likely_duplicate_and_of_another_date_a_warning(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var first = Documents.Any();
        first.IssueDate = new Date { Year = 2026, Month = 1, Day = 2 };
        var registered = await documents.RegisterAsync(first);
        var again = first.Clone();
        again.DocumentNumber = "";
        var refused = await Should.ThrowAsync<RpcException>(async () => await RegisterAsync(documents, again));
        refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("LIKELY_DUPLICATE");
        refused.GetRpcStatus()!.GetDetail<Resemblance>().ShouldBe(Of(registered, ResemblanceKind.SameTitle));

        again.IssueDate.Year = 2025;
        (await RegisterAsync(documents, again)).Resemblances.ShouldBe([Of(registered, ResemblanceKind.SameTitleLately)]);
    }

    [Theory, EveryDatabase]
    public async Task Of_what_the_caller_may_not_see_it_is_said_once_that_it_exists(StoreKind store)
    {
        var clerk = await suites.DocumentsAs(Office.Clerk, store);
        var director = await suites.DocumentsAs(Office.OfficeDirector, store);
        var hidden = Documents.Any();
        hidden.Readers.Add("people/director");
        await clerk.RegisterAsync(hidden);
        var again = hidden.Clone();
        again.Readers.Clear();

        var refused = await Should.ThrowAsync<RpcException>(async () => await RegisterAsync(director, again));
        refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["registration_number"].ShouldBe("—");
        refused.GetRpcStatus()!.GetDetail<Resemblance>().ShouldBe(new Resemblance());

        again.DuplicateReason = "本科室收到的另一份";
        var own = (await RegisterAsync(director, again)).IncomingDocument;
        (await RegisterAsync(director, again)).Resemblances.ShouldBe([Of(own, ResemblanceKind.Duplicate), new Resemblance()]);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_is_told_when_it_is_added_and_when_its_document_is_registered(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var attachments = await suites.AttachmentsAs(Office.Clerk, store);
        var registered = await documents.RegisterAsync();
        var signedFor = (await documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = Documents.Any() })).IncomingDocument;
        var content = ByteString.CopyFromUtf8($"扫描件 {Guid.NewGuid()}");
        AddAttachmentRequest To(IncomingDocument document) => new() { Parent = document.Name, FileName = "扫描件.txt", Content = content };

        (await attachments.AddAttachmentAsync(To(registered))).Resemblances.ShouldBeEmpty();
        (await attachments.AddAttachmentAsync(To(signedFor))).Resemblances.ShouldBe([Of(registered, ResemblanceKind.SameFile)]);
        var entered = await documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { SignedFor = signedFor.Name, IncomingDocument = new IncomingDocument { Sender = "机要交通" } });
        entered.Resemblances.ShouldBe([Of(registered, ResemblanceKind.SameFile)]);
    }

    [Theory, EveryDatabase]
    public async Task Each_kind_is_looked_for_along_an_index_of_its_own(StoreKind store)
    {
        var suite = await suites.On(store);
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var plan = await QueryPlan.OfAsync(suite, () => documents.RegisterAsync(), sql => sql.Contains("UNION ALL") && sql.Contains("duplicate_key") && sql.Contains("subject_key"));
        foreach (var index in new[] { "duplicate_key_order_key", "number_key_order_key", "title_key_order_key", "subject_key_register_time" })
            plan.ShouldContain($"IX_incoming_documents_{index}");
        // What is read whole is what a branch found, and the names under which the caller reads.
        NamesBehind("SCAN").Except(NamesBehind("CO-ROUTINE")).ShouldBeEmpty();
        plan.ShouldNotContain("Seq Scan");

        IEnumerable<string> NamesBehind(string word) => plan.Split('\n').Where(l => l.StartsWith(word, StringComparison.Ordinal) && !l.Contains("VIRTUAL TABLE")).Select(l => l.Split(' ')[1]);
    }

    [Theory, EveryDatabase]
    public async Task What_was_registered_before_the_keys_existed_is_found_once_they_are_filled(StoreKind store)
    {
        var suite = await suites.On(store);
        var stop = TestContext.Current.CancellationToken;
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var registered = await documents.RegisterAsync();
        var id = Guid.Parse(registered.Name.Split('/')[1]);
        await using (var scope = suite.Services("document").CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "migration"), stop);
            await db.IncomingDocuments.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.DuplicateKey, "").SetProperty(x => x.SubjectKey, (string?)null), stop);
            await turn.CommitAsync();
        }
        var again = Documents.Any();
        (again.DocumentNumber, again.Issuer) = (registered.DocumentNumber, registered.Issuer);
        await Refused.ForAsync("LIKELY_DUPLICATE", RegisterAsync(documents, again));

        await suite.Services("document").GetRequiredService<LikenessUpkeep>().FillAsync(stop);

        await Refused.ForAsync("DUPLICATE", RegisterAsync(documents, again));
        (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = registered.Name })).IncomingDocument.ShouldBe(registered);
    }

    private static AsyncUnaryCall<RegisterIncomingDocumentResponse> RegisterAsync(
        IncomingDocumentService.IncomingDocumentServiceClient documents, IncomingDocument document, bool accept = false) =>
        documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = document, AcceptDuplicate = accept });

    private static Resemblance Of(IncomingDocument document, ResemblanceKind kind) =>
        new() { IncomingDocument = document.Name, RegistrationNumber = document.RegistrationNumber, Kind = kind };
}
