using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Rpc;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class ImportIncomingDocumentsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Each_record_is_taken_in_or_refused_on_its_own(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var (good, nameless, secret, sourceless) = (Sourced(), Sourced(), Sourced(), Documents.Any());
        nameless.Title = "";
        secret.Body = "机密★";

        var answer = await documents.ImportIncomingDocumentsAsync(new ImportIncomingDocumentsRequest { IncomingDocuments = { good, nameless, secret, sourceless } });

        answer.Outcomes.Select(o => o.Refusal?.GetDetail<ErrorInfo>()?.Reason ?? "").ShouldBe(["", "INCOMPLETE", "STATE_SECRET_REFUSED", "SOURCE_REQUIRED"]);
        var read = (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = answer.Outcomes[0].Name })).IncomingDocument;
        read.Source.ShouldBe(good.Source);
        read.State.ShouldBe(IncomingDocumentState.Registered);
        (await (await suites.On(store)).FindInStoreAsync(secret.Title[^32..])).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_record_comes_in_at_most_once_however_often_it_is_sent(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var records = Enumerable.Range(0, 20).Select(_ => Sourced()).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await documents.ImportIncomingDocumentsAsync(new ImportIncomingDocumentsRequest { IncomingDocuments = { records } })));
        answers.SelectMany(a => a.Outcomes).Select(o => o.Name).Distinct().Count().ShouldBe(20);
        answers.SelectMany(a => a.Outcomes).Count(o => !o.Existed).ShouldBe(20);
    }

    [Theory, EveryDatabase]
    public async Task A_source_somebody_else_imported_unseen_is_taken(StoreKind store)
    {
        var record = Sourced();
        record.Readers.Add("people/director");
        var request = new ImportIncomingDocumentsRequest { IncomingDocuments = { record } };
        await (await suites.DocumentsAs(Office.Clerk, store)).ImportIncomingDocumentsAsync(request);
        var answer = await (await suites.DocumentsAs(Office.OfficeDirector, store)).ImportIncomingDocumentsAsync(request);
        answer.Outcomes[0].Refusal.GetDetail<ErrorInfo>().Reason.ShouldBe("SOURCE_TAKEN");
    }

    [Theory, EveryDatabase]
    public async Task Duplicates_are_told_line_by_line_and_the_strict_ones_need_a_reason(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var (first, same, again, likely) = (Sourced(), Sourced(), Sourced(), Sourced());
        (same.DocumentNumber, same.Issuer) = (first.DocumentNumber, first.Issuer);
        (again.DocumentNumber, again.Issuer, again.DuplicateReason) = (first.DocumentNumber, first.Issuer, "来文单位重发");
        (likely.DocumentNumber, likely.Issuer) = (first.DocumentNumber, "卫生健康委");

        var outcomes = (await documents.ImportIncomingDocumentsAsync(new ImportIncomingDocumentsRequest { IncomingDocuments = { first, same, again, likely } })).Outcomes;

        outcomes.Select(o => o.Refusal?.GetDetail<ErrorInfo>()?.Reason ?? "").ShouldBe(["", "DUPLICATE", "", ""]);
        outcomes.Select(o => string.Join(' ', o.Resemblances.Select(r => $"{r.IncomingDocument} {r.Kind}"))).ShouldBe(
            ["", $"{outcomes[0].Name} Duplicate", $"{outcomes[0].Name} Duplicate", $"{outcomes[2].Name} SameNumber {outcomes[0].Name} SameNumber"]);
        (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = outcomes[2].Name })).IncomingDocument.DuplicateReason.ShouldBe(again.DuplicateReason);
    }

    private static IncomingDocument Sourced()
    {
        var document = Documents.Any();
        document.Source = $"test/{Guid.NewGuid()}";
        return document;
    }
}
