using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class GetIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_hidden_document_and_a_missing_one_answer_alike(StoreKind store)
    {
        var clerk = await suites.DocumentsAs(Office.Clerk, store);
        var chief = await suites.DocumentsAs(Office.SectionChief, store);
        var hidden = await clerk.RegisterAsync();
        var missing = $"incomingDocuments/{Guid.NewGuid()}";

        var forHidden = await Should.ThrowAsync<RpcException>(async () => await chief.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = hidden.Name }));
        var forMissing = await Should.ThrowAsync<RpcException>(async () => await chief.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = missing }));

        forHidden.StatusCode.ShouldBe(StatusCode.NotFound);
        Wire(forHidden).Replace(hidden.Name, missing).ShouldBe(Wire(forMissing));

        static string Wire(RpcException e) => Encoding.Latin1.GetString(e.GetRpcStatus()!.ToByteArray());
    }

    [Theory, EveryDatabase]
    public async Task A_person_named_as_reader_sees_the_document_and_the_colleague_does_not(StoreKind store)
    {
        var document = Documents.Any();
        document.Readers.Add("people/section-chief");
        var registered = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(document);
        var read = await (await suites.DocumentsAs(Office.SectionChief, store)).GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = registered.Name });
        read.IncomingDocument.Body.ShouldBe(document.Body);
        // Not even the clerk who registered it, once it is not for the office.
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", (await suites.DocumentsAs(Office.Clerk, store)).GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = registered.Name }));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_token_nothing_is_answered(StoreKind store)
    {
        var suite = await suites.On(store);
        foreach (var header in new[] { null, "", "Bearer ", "Bearer x.y.z", "Basic Y2xlcms6eA==" })
        {
            var documents = new IncomingDocumentService.IncomingDocumentServiceClient(suite.CallWith("document", header));
            await Refused.ForAsync("UNAUTHENTICATED", documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = $"incomingDocuments/{Guid.NewGuid()}" }));
        }
    }
}
