using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Backoffice.Typesetting;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class PrintOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_text_as_numbered_and_dated_is_frozen_under_its_hash(StoreKind store)
    {
        var suite = await suites.On(store);
        var draft = DraftUnderway.Request();
        (draft.Urgency, draft.CopyRecipients) = (Urgency.Urgent, "市财政局");
        draft.AttachmentList.Add("测算表");
        draft.Annexes.Add(new V1.Annex { Title = "测算表", Text = "甲县\t3" });
        var on = await DraftUnderway.AtAsync(suite, "print", draft);

        await StepOfHolder.IsAsync(on, Office.Clerk, async (person, etag, id) =>
        {
            var request = on.Printing();
            (request.MatterEtag, request.RequestId) = (etag, id);
            return (await on.HandlingAs(person).PrintOutgoingDocumentAsync(request)).Matter;
        });

        var printed = await on.GetAsync();
        printed.State.ShouldBe(OutgoingDocumentState.Printed);
        (await on.MatterAsync()).Step.ShouldBe("dispatch");
        var blobs = suite.Services("document").GetRequiredService<IBlobStore>();
        (await blobs.MeasureAsync(printed.PrintSha256, TestContext.Current.CancellationToken)).ShouldBe(printed.PrintSha256);
        var today = DraftUnderway.Today;
        var services = suite.Services("document");
        var expected = services.GetRequiredService<PdfWriter>().Write(services.GetRequiredService<Typesetter>().Lay(new OfficialDocument
        {
            Organs = ["本机关"],
            Urgency = "加急",
            DocumentNumber = printed.DocumentNumber,
            Signers = ["director"],
            Title = printed.Title,
            MainRecipients = "市政府",
            Body = printed.Body,
            AttachmentNames = ["测算表"],
            Annexes = [new("测算表", "甲县\t3")],
            Date = new(today.Year, today.Month, today.Day),
            CopyRecipients = "市财政局",
            PrintingOrgan = "本机关办公室",
            PrintingDate = new(today.Year, today.Month, today.Day),
        }));
        (await BytesAsync(blobs, printed.PrintSha256)).ShouldBe(expected);
    }

    [Theory, EveryDatabase]
    public async Task Only_what_is_numbered_is_printed_and_again_when_the_print_is_wanting(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "register");
        await Refused.ForAsync("WRONG_STATE", on.HandlingAs(Office.Clerk).PrintOutgoingDocumentAsync(on.Printing()));
        await on.DoAsync("register");
        await on.DoAsync("print");
        await on.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "print", Reason = "印刷不清" });
        await on.DoAsync("print");
        await on.DoAsync("dispatch");
        await Refused.ForAsync("WRONG_STATE", on.HandlingAs(Office.Clerk).PrintOutgoingDocumentAsync(on.Printing()));
    }

    // No rpc changes a numbered text; whoever did so in the store between the keeping of the print and the turn is caught.
    [Theory, EveryDatabase]
    public async Task What_changed_while_the_print_was_kept_is_not_printed(StoreKind store)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var on = await DraftUnderway.AtAsync(suite, "print");
        await using var scope = suite.Services("document").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        Task<PrintOutgoingDocumentResponse> printing;
        await using (var turn = await db.BeginTurnAsync(Writer.For("test", "change a numbered text"), stop))
        {
            var kept = Files(suite);
            printing = on.HandlingAs(Office.Clerk).PrintOutgoingDocumentAsync(on.Printing()).ResponseAsync;
            await Eventually.TrueAsync(() => Task.FromResult(Files(suite) > kept));
            await db.OutgoingDocuments.ExecuteUpdateAsync(d => d.SetProperty(x => x.Version, x => x.Version + 1), stop);
            await turn.CommitAsync();
        }
        await Refused.ForAsync("CONFLICT", () => printing);
        await on.DoAsync("print");
    }

    private static int Files(Suite suite) => Directory.GetFiles(suite.Store.Folder, new string('?', 64), SearchOption.AllDirectories).Length;

    private static async Task<byte[]> BytesAsync(IBlobStore blobs, string hash)
    {
        await using var content = (await blobs.OpenAsync(hash, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
