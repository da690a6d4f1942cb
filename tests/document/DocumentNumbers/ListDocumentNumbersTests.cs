using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DocumentNumbers;

public sealed class ListDocumentNumbersTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_register_is_in_order_and_whole(StoreKind store)
    {
        var suite = await suites.On(store);
        var registered = new List<DraftUnderway>();
        for (var i = 0; i < 3; i++)
            registered.Add(await DraftUnderway.AtAsync(suite, "print"));

        var register = await ListAsync(registered[0], Request(pageSize: 2));

        register.Select(n => n.Sequence).ShouldBe(Enumerable.Range(1, register.Count).Select(n => (long)n));
        foreach (var on in registered)
        {
            var line = register.Single(n => n.OutgoingDocument == on.Name);
            line.Number.ShouldBe((await on.GetAsync()).DocumentNumber);
            line.CreateTime.ShouldNotBeNull();
            line.VoidTime.ShouldBeNull();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_year_without_numbers_is_empty_and_whole(StoreKind store)
    {
        var numbers = new DocumentNumberService.DocumentNumberServiceClient((await suites.On(store)).As("document", Office.Clerk));
        var none = await numbers.ListDocumentNumbersAsync(new ListDocumentNumbersRequest { OrganCode = "民发", Year = 1999 });
        (none.DocumentNumbers.Count, none.MissingSequences.Count, none.LastSequence).ShouldBe((0, 0, 0L));
        (await Refused.FieldsOfAsync(numbers.ListDocumentNumbersAsync(new ListDocumentNumbersRequest()))).ShouldBe(["organ_code", "year"], ignoreOrder: true);
        var county = new DocumentNumberService.DocumentNumberServiceClient((await suites.On(store)).As("document", Office.County));
        await Refused.ForAsync("PERMISSION_DENIED", county.ListDocumentNumbersAsync(Request(pageSize: 0)));
    }

    private static ListDocumentNumbersRequest Request(int pageSize) => new() { OrganCode = "民发", Year = DraftUnderway.Today.Year, PageSize = pageSize };

    private static async Task<List<DocumentNumber>> ListAsync(DraftUnderway on, ListDocumentNumbersRequest request)
    {
        var listed = new List<DocumentNumber>();
        do
        {
            var page = await on.NumbersAs(Office.Staff).ListDocumentNumbersAsync(request);
            page.MissingSequences.ShouldBeEmpty();
            listed.AddRange(page.DocumentNumbers);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return listed;
    }
}
