using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class ListOutgoingDocumentVersionsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Every_version_is_there_newest_first_as_it_stood(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var first = await on.GetAsync();
        for (var i = 2; i <= 5; i++)
            await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = $"第{i}稿"));

        var versions = await PagesAsync(on, pageSize: 2);

        versions.Select(v => v.Version).ShouldBe([5, 4, 3, 2, 1]);
        versions.Select(v => v.OutgoingDocument.Body).ShouldBe(["第5稿", "第4稿", "第3稿", "第2稿", first.Body]);
        versions[0].ChangedFields.ShouldBe(["body"]);
        versions[4].ChangedFields.ShouldBeEmpty();
        versions.ShouldAllBe(v => v.Person == "people/staff" && v.CreateTime != null);
        (await PagesAsync(on, pageSize: 5)).ShouldBe(versions);
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_see_the_document_sees_no_version(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatched");
        var request = new ListOutgoingDocumentVersionsRequest { Parent = on.Name };
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.As(DraftUnderway.Outsider).ListOutgoingDocumentVersionsAsync(request));
        await Refused.ForAsync("PERMISSION_DENIED", on.As(Office.County).ListOutgoingDocumentVersionsAsync(request));
        request.PageToken = "x";
        await Refused.ForAsync("INVALID_PAGE_TOKEN", on.As(Office.Staff).ListOutgoingDocumentVersionsAsync(request));
    }

    private static async Task<List<OutgoingDocumentVersion>> PagesAsync(DraftUnderway on, int pageSize)
    {
        var versions = new List<OutgoingDocumentVersion>();
        var request = new ListOutgoingDocumentVersionsRequest { Parent = on.Name, PageSize = pageSize };
        do
        {
            var page = await on.As(Office.Staff).ListOutgoingDocumentVersionsAsync(request);
            page.Versions.Count.ShouldBeLessThanOrEqualTo(pageSize);
            versions.AddRange(page.Versions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return versions;
    }
}
