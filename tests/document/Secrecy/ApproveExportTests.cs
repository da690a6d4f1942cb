using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

public sealed class ApproveExportTests(ClassifiedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task A_state_secret_is_taken_out_as_a_file_by_whom_the_director_lets_and_nobody_else(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await ConfirmClassificationTests.ClassifiedAsync(house, "section-review", confirm: true);
        async Task<RenderOutgoingDocumentResponse> ExportAsync(string person, PageFileFormat format = PageFileFormat.Docx) =>
            await on.PagesAs(person).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = format });
        await Refused.ForAsync("RULE_BROKEN", () => ExportAsync(Office.Staff));
        await Refused.ForAsync("RULE_BROKEN", () => ExportAsync(Office.Staff, PageFileFormat.Text));
        var request = new ApproveExportRequest { Name = on.Name, Person = "people/staff", Reason = "送印刷厂", RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("PERMISSION_DENIED", house.SecrecyAs(Office.OfficeDirector).ApproveExportAsync(request));
        (await Breaches.OfAsync(house.SecrecyAs(Office.Director).ApproveExportAsync(new ApproveExportRequest { Name = on.Name, Person = "people/finance-chief", Reason = "代送" }))).ShouldBe(["SEC-08 第21条"]);

        var approved = await house.SecrecyAs(Office.Director).ApproveExportAsync(request);

        (await house.SecrecyAs(Office.Director).ApproveExportAsync(request)).ShouldBe(approved);
        approved.ExpireTime.ToDateTimeOffset().ShouldBe(house.Now.AddDays(1), TimeSpan.FromMinutes(5));
        (await ExportAsync(Office.Staff)).Watermark.ShouldStartWith("staff");
        await Refused.ForAsync("RULE_BROKEN", () => ExportAsync(Office.SectionChief));
    }

    // Case 89: for 绝密 our head's approval alone does not do.
    [Theory, EveryDatabase]
    public async Task A_top_secret_is_copied_when_whoever_classified_it_has_approved(StoreKind store)
    {
        var house = await houses.OfTopSecretsOn(store);
        var document = await MarkedDocuments.ReceivedAsync(house, SecrecyLevel.TopSecret, new(2026, 1, 5), 20);
        var files = new AttachmentService.AttachmentServiceClient(house.As("document", Office.Clerk));
        var file = (await files.AddAttachmentAsync(new AddAttachmentRequest { Parent = document, FileName = "附图.txt", Content = Google.Protobuf.ByteString.CopyFromUtf8("附图") })).Attachment;
        var request = new ApproveExportRequest { Name = document, Person = $"people/{Office.Clerk}", Reason = "摘抄" };
        (await Breaches.OfAsync(house.SecrecyAs(Office.Director).ApproveExportAsync(request))).ShouldBe(["SEC-16 第26条"]);
        await Refused.ForAsync("RULE_BROKEN", async () => await DownloadAsync(files, file.Name));

        request.Authority = "民政部办公厅 密复〔2026〕2号";
        await house.SecrecyAs(Office.Director).ApproveExportAsync(request);

        await DownloadAsync(files, file.Name);
    }

    private static async Task DownloadAsync(AttachmentService.AttachmentServiceClient files, string name)
    {
        using var call = files.DownloadAttachment(new DownloadAttachmentRequest { Name = name });
        await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
    }
}
