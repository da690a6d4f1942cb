using Backoffice.Document.DraftTemplates;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Documents;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using DraftTemplateService = Backoffice.Document.V1.DraftTemplateService;
using Genre = Backoffice.Regulations.Documents.Genre;
using Issuer = Backoffice.Regulations.Documents.Issuer;
using OrganLevel = Backoffice.Regulations.Documents.OrganLevel;
using RoutingDirection = Backoffice.Regulations.Documents.RoutingDirection;

namespace Backoffice.Document.Tests.DraftTemplates;

public sealed class DraftFromTemplateTests(DocumentSuites suites)
{
    public static TheoryData<string> Own { get; } = [.. TemplateShelf.Own.All.Keys];

    [Fact]
    public void There_is_one_for_every_kind_of_document() =>
        TemplateShelf.Own.All.Values.Select(t => (Genre)(int)t.Genre).Distinct().Order().ShouldBe(Enum.GetValues<Genre>().Where(g => g != Genre.None));

    [Theory]
    [MemberData(nameof(Own))]
    public void Filled_it_breaks_no_rule_of_its_kind(string name)
    {
        var template = TemplateShelf.Own.All[name];
        template.Source.ShouldNotBeEmpty();
        var filled = template.Fill(template.Fields.ToDictionary(f => f.Id, f => f.Example));
        string.Concat(filled.Title, filled.MainRecipients, filled.Body).ShouldNotMatch("[{}【】]");
        var city = new OwnOrgan("江州市民政局", OrganLevel.City, "民政", new Dictionary<string, OrganLevel> { ["江州市"] = OrganLevel.City });
        var organs = new OrganRelations(city, new Dictionary<string, Relation> { ["江州市人民代表大会常务委员会"] = Relation.Peer });
        var facts = new OutgoingFacts
        {
            Genre = (Genre)(int)template.Genre,
            Direction = Enum.Parse<RoutingDirection>(template.Direction.ToString()),
            // Only a government issues orders and motions.
            Issuer = template.Genre is DocumentGenre.Order or DocumentGenre.Motion ? new Issuer("江州市人民政府") { IsGovernment = true } : new Issuer("江州市民政局"),
            Title = filled.Title,
            Body = filled.Body,
            MainRecipients = organs.Classify(filled.MainRecipients),
            Necessity = "工作需要",
            InReplyTo = "incomingDocuments/1",
        };
        var findings = OutgoingRules.Check(facts, Stage.OfficeReview, new DateOnly(2026, 3, 5));
        // An office text travels as an attachment, whatever stands in it.
        findings.Select(f => f.Rule.Id).ShouldBe(template.Genre == DocumentGenre.OfficeText ? ["DOC-G00"] : []);
    }

    [Theory, EveryDatabase]
    public async Task A_draft_begins_with_the_words_of_its_kind_and_shows_what_is_still_to_be_filled(StoreKind store)
    {
        var templates = await AsAsync(Office.Staff, store);
        var request = new DraftFromTemplateRequest
        {
            Name = "draftTemplates/request-approval",
            Values = { new DraftTemplateValue { Field = "subject", Value = "调整{proposal}救助标准" }, new DraftTemplateValue { Field = "reasons", Value = "标准三年未调整。" } },
            MainRecipients = "市政府",
            RequestId = Guid.NewGuid().ToString(),
        };

        var draft = (await templates.DraftFromTemplateAsync(request)).OutgoingDocument;

        // What was filled in is not filled again.
        draft.Title.ShouldBe("本机关关于调整{proposal}救助标准的请示");
        draft.Body.ShouldBe("标准三年未调整。\n为【目的】，拟【请示事项】\n妥否，请批示。");
        (draft.Genre, draft.Direction, draft.MainRecipients, draft.Drafter).ShouldBe((DocumentGenre.Request, Backoffice.Document.V1.RoutingDirection.Upward, "市政府", "people/staff"));
        (await templates.DraftFromTemplateAsync(request)).OutgoingDocument.ShouldBe(draft);
    }

    [Theory, EveryDatabase]
    public async Task What_the_template_does_not_ask_for_and_secrets_are_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        var templates = await AsAsync(Office.Staff, store);
        DraftFromTemplateRequest Filled(string field, string value, string name = "draftTemplates/notice") => new() { Name = name, Values = { new DraftTemplateValue { Field = field, Value = value } } };
        (await Refused.ForAsync("TEMPLATE_FIELD", templates.DraftFromTemplateAsync(Filled("nothing", "x")))).Metadata["field"].ShouldBe("nothing");
        await Refused.ForAsync("DRAFT_TEMPLATE_NOT_FOUND", templates.DraftFromTemplateAsync(Filled("subject", "x", "draftTemplates/nothing")));
        await Refused.ForAsync("INVALID_REQUEST", templates.DraftFromTemplateAsync(Filled("subject", new string('长', 501))));
        var trace = Guid.NewGuid().ToString("N");
        await Refused.ForAsync("STATE_SECRET_REFUSED", templates.DraftFromTemplateAsync(Filled("subject", $"机密★{trace}")));
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(Office.County, store)).DraftFromTemplateAsync(Filled("subject", "x")));
    }

    // Neither the template nor the value bears a mark; the text that they make does.
    [Theory, EveryDatabase]
    public async Task A_mark_that_stands_half_in_the_template_and_half_in_a_value_is_refused_before_anything_is_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var template = ReviseDraftTemplateTests.Own();
        template.Body = "机{what}";
        await (await AsAsync(Office.OfficeDirector, store)).ReviseDraftTemplateAsync(new() { DraftTemplate = template });
        var trace = Guid.NewGuid().ToString("N");
        var request = new DraftFromTemplateRequest { Name = template.Name, Values = { new DraftTemplateValue { Field = "what", Value = $"密★5年{trace}" } }, RequestId = Guid.NewGuid().ToString() };
        (await Refused.ForAsync("STATE_SECRET_REFUSED", (await AsAsync(Office.Staff, store)).DraftFromTemplateAsync(request))).Metadata["field"].ShouldBe("body");
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        request.Values[0].Value = "关工作";
        (await (await AsAsync(Office.Staff, store)).DraftFromTemplateAsync(request)).OutgoingDocument.Body.ShouldBe("机关工作");
    }

    private async Task<DraftTemplateService.DraftTemplateServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));
}
