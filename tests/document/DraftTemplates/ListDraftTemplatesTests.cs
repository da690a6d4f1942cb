using Backoffice.Document.DraftTemplates;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using DraftTemplateService = Backoffice.Document.V1.DraftTemplateService;

namespace Backoffice.Document.Tests.DraftTemplates;

public sealed class ListDraftTemplatesTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Each_template_is_listed_once_in_its_newest_version_page_by_page(StoreKind store)
    {
        var suite = await suites.On(store);
        var director = new DraftTemplateService.DraftTemplateServiceClient(suite.As("document", Office.OfficeDirector));
        var own = ReviseDraftTemplateTests.Own();
        await director.ReviseDraftTemplateAsync(new() { DraftTemplate = own });
        await director.ReviseDraftTemplateAsync(new() { DraftTemplate = own, BaseVersion = 1 });
        var retired = ReviseDraftTemplateTests.Own();
        retired.Retired = true;
        await director.ReviseDraftTemplateAsync(new() { DraftTemplate = retired });

        var staff = new DraftTemplateService.DraftTemplateServiceClient(suite.As("document", Office.Staff));
        var listed = new List<DraftTemplate>();
        for (var token = ""; listed.Count == 0 || token.Length > 0;)
        {
            var page = await staff.ListDraftTemplatesAsync(new() { PageSize = 10, PageToken = token });
            listed.AddRange(page.DraftTemplates);
            token = page.NextPageToken;
        }

        listed.Select(t => t.Name).ShouldBe(listed.Select(t => t.Name).Distinct().Order(StringComparer.Ordinal));
        listed.Select(t => t.Name).Intersect(TemplateShelf.Own.All.Keys).Count().ShouldBe(TemplateShelf.Own.All.Count);
        listed.Single(t => t.Name == own.Name).Version.ShouldBe(2);
        listed.ShouldNotContain(t => t.Name == retired.Name);
        await Refused.ForAsync("PERMISSION_DENIED", new DraftTemplateService.DraftTemplateServiceClient(suite.As("document", Office.County)).ListDraftTemplatesAsync(new()));
    }
}
