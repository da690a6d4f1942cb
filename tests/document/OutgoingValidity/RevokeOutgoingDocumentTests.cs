using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingValidity;

/// <summary>条例 第33条 (rule DOC-M06): revoked, a document was never in force.</summary>
public sealed class RevokeOutgoingDocumentTests(DocumentSuites suites)
{
    // Rulebook case 50: void from the beginning.
    [Theory, EveryDatabase]
    public async Task A_later_document_revokes_one_and_is_named_wherever_it_is_shown(StoreKind store)
    {
        var suite = await suites.On(store);
        var (on, by) = (await DraftUnderway.AtAsync(suite, "dispatched"), await DraftUnderway.AtAsync(suite, "dispatched"));
        var number = (await by.GetAsync()).DocumentNumber;
        var request = new RevokeOutgoingDocumentRequest { Name = on.Name, RevokedBy = by.Name, Reason = "与上位法抵触", RequestId = Guid.NewGuid().ToString() };

        var revoked = await ValidityOf(suite).RevokeOutgoingDocumentAsync(request);

        (await ValidityOf(suite).RevokeOutgoingDocumentAsync(request)).ShouldBe(revoked);
        (revoked.OutgoingDocument.Invalidity.Kind, revoked.OutgoingDocument.Invalidity.DocumentNumber).ShouldBe((InvalidityKind.Revoked, number));
        (await on.GetAsync()).Invalidity.ShouldBe(revoked.OutgoingDocument.Invalidity);
        var listed = await on.As(DraftUnderway.Drafter).ListOutgoingDocumentsAsync(new ListOutgoingDocumentsRequest { PageSize = 1000 });
        listed.OutgoingDocuments.Single(d => d.Name == on.Name).Invalidity.ShouldBe(revoked.OutgoingDocument.Invalidity);
        (await Refused.ForAsync("NOT_IN_FORCE", on.PagesAs(Office.County).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf }))).Metadata["kind"].ShouldBe("撤销");
        // What is void repeals nothing, and is itself revoked once.
        await Refused.ForAsync("ALREADY_INVALID", ValidityOf(suite).RevokeOutgoingDocumentAsync(new RevokeOutgoingDocumentRequest { Name = on.Name, RevokedBy = by.Name, Reason = "再次撤销" }));
    }

    [Theory, EveryDatabase]
    public async Task Only_a_document_that_was_dispatched_after_it_does_so(StoreKind store)
    {
        var suite = await suites.On(store);
        var (earlier, on) = (await DraftUnderway.AtAsync(suite, "dispatched"), await DraftUnderway.AtAsync(suite, "dispatched"));
        var (unsent, later) = (await DraftUnderway.AtAsync(suite, "dispatch"), await DraftUnderway.AtAsync(suite, "dispatched"));
        RevokeOutgoingDocumentRequest By(string name) => new() { Name = on.Name, RevokedBy = name, Reason = "与上位法抵触" };
        foreach (var by in new[] { earlier, on, unsent })
            await Refused.ForAsync("NOT_LATER", ValidityOf(suite).RevokeOutgoingDocumentAsync(By(by.Name)));
        await ValidityOf(suite, Office.OfficeDirector).WithdrawOutgoingDocumentAsync(new WithdrawOutgoingDocumentRequest { Name = later.Name, Reason = "发错" });
        await Refused.ForAsync("NOT_LATER", ValidityOf(suite).RevokeOutgoingDocumentAsync(By(later.Name)));
        await Refused.ForAsync("PERMISSION_DENIED", ValidityOf(suite, Office.Staff).RevokeOutgoingDocumentAsync(By(later.Name)));
        var strange = new OutgoingValidityService.OutgoingValidityServiceClient(suite.Call("document", "stranger", Role.Clerk));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", strange.RevokeOutgoingDocumentAsync(By(later.Name)));
        await Refused.ForAsync("WRONG_STATE", ValidityOf(suite).RevokeOutgoingDocumentAsync(new RevokeOutgoingDocumentRequest { Name = unsent.Name, RevokedBy = on.Name, Reason = "未发出" }));
    }

    [Theory, EveryDatabase]
    public async Task Its_page_says_so_in_every_format_and_the_frozen_print_stays_as_it_is(StoreKind store)
    {
        var suite = await suites.On(store);
        var (on, by) = (await DraftUnderway.AtAsync(suite, "dispatched"), await DraftUnderway.AtAsync(suite, "dispatched"));
        var print = (await on.GetAsync()).PrintSha256;
        await ValidityOf(suite).RevokeOutgoingDocumentAsync(new RevokeOutgoingDocumentRequest { Name = on.Name, RevokedBy = by.Name, Reason = "与上位法抵触" });

        var pdf = await RenderAsync(on, PageFileFormat.Pdf);

        (pdf.Printed, pdf.Invalidity.Kind, MarkedCopies.MarkOf(pdf.Content.ToByteArray())).ShouldBe((true, InvalidityKind.Revoked, "已撤销"));
        (await RenderAsync(on, PageFileFormat.Text)).Content.ToStringUtf8().ShouldStartWith("【已撤销】\n本机关文件\n");
        var blobs = suite.Services("document").GetRequiredService<IBlobStore>();
        (await blobs.MeasureAsync(print, TestContext.Current.CancellationToken)).ShouldBe(print);
        (await on.GetAsync()).PrintSha256.ShouldBe(print);
        MarkedCopies.MarkOf((await RenderAsync(by, PageFileFormat.Pdf)).Content.ToByteArray()).ShouldBe((await by.GetAsync()).Title);
    }

    private static async Task<RenderOutgoingDocumentResponse> RenderAsync(DraftUnderway on, PageFileFormat format) =>
        await on.PagesAs(DraftUnderway.Drafter).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = format });

    private static OutgoingValidityService.OutgoingValidityServiceClient ValidityOf(Suite suite, string person = Office.Clerk) => new(suite.As("document", person));
}
