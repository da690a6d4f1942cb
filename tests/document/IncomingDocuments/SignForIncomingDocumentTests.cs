using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class SignForIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_document_signed_for_has_a_time_and_a_person_and_no_number(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var signed = (await documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = Documents.Any() })).IncomingDocument;
        signed.State.ShouldBe(IncomingDocumentState.SignedFor);
        signed.RegistrationNumber.ShouldBeEmpty();
        signed.SignForPerson.ShouldBe("people/clerk");
        signed.SignForTime.ShouldNotBeNull();
        signed.CopyCount.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_number_alone_is_enough_and_nothing_at_all_is_not(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        await documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = new IncomingDocument { DocumentNumber = "民发〔2026〕1号" } });
        await Refused.ForAsync("INCOMPLETE", documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Issuer = "民政部" } }));
    }

    [Theory, EveryDatabase]
    public async Task A_section_chief_does_not_sign_for_documents(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.SectionChief, store);
        await Refused.ForAsync("PERMISSION_DENIED", documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = Documents.Any() }));
    }
}
