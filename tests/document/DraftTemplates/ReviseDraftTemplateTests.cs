using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DraftTemplates;

public sealed class ReviseDraftTemplateTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_office_director_adds_templates_and_versions_and_older_ones_stay(StoreKind store)
    {
        var templates = await AsAsync(Office.OfficeDirector, store);
        var own = Own();
        var request = new ReviseDraftTemplateRequest { DraftTemplate = own, RequestId = Guid.NewGuid().ToString() };
        var first = (await templates.ReviseDraftTemplateAsync(request)).DraftTemplate;
        (first.Version, first.Person).ShouldBe((1, "people/office-director"));
        (await templates.ReviseDraftTemplateAsync(request)).DraftTemplate.ShouldBe(first);
        own.Body = "{what}。\n特此通知。";
        (await templates.ReviseDraftTemplateAsync(new() { DraftTemplate = own, BaseVersion = 1 })).DraftTemplate.Version.ShouldBe(2);

        var staff = await AsAsync(Office.Staff, store);
        (await staff.GetDraftTemplateAsync(new() { Name = own.Name, Version = 1 })).DraftTemplate.Body.ShouldBe("{what}。");
        (await staff.DraftFromTemplateAsync(new() { Name = own.Name, Values = { new DraftTemplateValue { Field = "what", Value = "放假一天" } } })).OutgoingDocument.Body.ShouldBe("放假一天。\n特此通知。");
        own.Retired = true;
        await templates.ReviseDraftTemplateAsync(new() { DraftTemplate = own, BaseVersion = 2 });
        await Refused.ForAsync("DRAFT_TEMPLATE_NOT_FOUND", staff.DraftFromTemplateAsync(new() { Name = own.Name }));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_at_once_one_wins_and_nobody_else_may(StoreKind store)
    {
        var own = Own();
        var templates = await AsAsync(Office.OfficeDirector, store);
        var reasons = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Refused.ReasonOfAsync(templates.ReviseDraftTemplateAsync(new() { DraftTemplate = own }))));
        reasons.Count(r => r.Length == 0).ShouldBe(1);
        reasons.Where(r => r.Length > 0).ShouldAllBe(r => r == "CONFLICT");
        foreach (var other in (string[])[Office.Staff, Office.Clerk, Office.Director])
            await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(other, store)).ReviseDraftTemplateAsync(new() { DraftTemplate = own, BaseVersion = 1 }));
    }

    [Theory, EveryDatabase]
    public async Task Every_field_is_used_and_described(StoreKind store)
    {
        var templates = await AsAsync(Office.OfficeDirector, store);
        var unused = Own();
        unused.Fields.Add(new DraftTemplateField { Id = "more", DisplayName = "多余" });
        (await Refused.ForAsync("TEMPLATE_FIELD", templates.ReviseDraftTemplateAsync(new() { DraftTemplate = unused }))).Metadata["field"].ShouldBe("more");
        var undescribed = Own();
        undescribed.Body += "{when}";
        (await Refused.ForAsync("TEMPLATE_FIELD", templates.ReviseDraftTemplateAsync(new() { DraftTemplate = undescribed }))).Metadata["field"].ShouldBe("when");
    }

    internal static DraftTemplate Own() => new()
    {
        Name = $"draftTemplates/own-{Guid.NewGuid():N}"[..40],
        DisplayName = "通知（放假）",
        Genre = DocumentGenre.Notice,
        Direction = RoutingDirection.Internal,
        Title = "关于{what}的通知",
        Body = "{what}。",
        Fields = { new DraftTemplateField { Id = "what", DisplayName = "事项" } },
        Source = "本机关惯例",
        Practice = true,
    };

    private async Task<DraftTemplateService.DraftTemplateServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));
}
