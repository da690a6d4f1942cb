using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DraftTemplates;

public sealed class GetDraftTemplateTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_template_of_the_service_has_its_fields_and_its_source(StoreKind store)
    {
        var templates = new DraftTemplateService.DraftTemplateServiceClient((await suites.On(store)).As("document", Office.Staff));
        var template = (await templates.GetDraftTemplateAsync(new() { Name = "draftTemplates/order" })).DraftTemplate;
        (template.Version, template.Genre, template.Practice, template.Person).ShouldBe((1, DocumentGenre.Order, false, ""));
        template.Source.ShouldContain("规章制定程序条例");
        template.Fields.Select(f => f.Id).ShouldBe(["issuer", "regulation", "adopted", "effective"]);
        await Refused.ForAsync("DRAFT_TEMPLATE_NOT_FOUND", templates.GetDraftTemplateAsync(new() { Name = "draftTemplates/order", Version = 7 }));
        await Refused.ForAsync("DRAFT_TEMPLATE_NOT_FOUND", templates.GetDraftTemplateAsync(new() { Name = "draftTemplates/nothing" }));
    }
}
