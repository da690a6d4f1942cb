using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Procedures;

public sealed class ListProceduresTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Everybody_of_the_bureau_reads_them_by_name_in_the_latest_version(StoreKind store)
    {
        foreach (var person in (string[])[Office.Clerk, Office.Staff, Office.SectionChief, Office.OfficeDirector, Office.DeputyDirector, Office.Director])
        {
            var listed = await (await AsAsync(person, store)).ListProceduresAsync(new ListProceduresRequest());
            listed.Procedures.Select(p => (p.Name, p.Version)).ShouldBe([("procedures/incoming", 2), ("procedures/outgoing", 3), ("procedures/outgoing-principal", 3), ("procedures/seal", 1)]);
            listed.Procedures[1].Versions.ShouldBe([1, 2, 3]);
        }
        await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(Office.County, store)).ListProceduresAsync(new ListProceduresRequest()));
    }

    [Theory, EveryDatabase]
    public async Task Every_step_names_post_rule_limit_and_output_and_what_is_without_staff_is_warned_of(StoreKind store)
    {
        var listed = await (await AsAsync(Office.Staff, store)).ListProceduresAsync(new ListProceduresRequest());
        foreach (var step in listed.Procedures.SelectMany(p => p.Steps))
        {
            step.Duty.ShouldNotBe(StepDuty.Unspecified);
            step.FunctionTitles.Count.ShouldBe(step.Functions.Count);
            new[] { step.Citation, step.RuleText, step.RuleTextEn, step.TimeLimit, step.TimeLimitText, step.Output }.ShouldAllBe(t => t.Length > 0, step.Id);
            step.Verbs.ShouldContain(Verb.Circulate);
        }
        var outgoing = listed.Procedures.Single(p => p.Name == "procedures/outgoing");
        outgoing.Steps.Single(s => s.Id == "legality-review").Citation.ShouldStartWith("《关于全面推行行政规范性文件合法性审核机制的指导意见");
        outgoing.Warnings.ShouldContain(w => w.Step == "register" && w.Post == "posts/clerk" && w.Gap == StaffingGap.NoBackup && w.Message == "发文办理·登记：clerk没有AB岗。" && w.MessageEn == "outgoing/register: no post stands in for posts/clerk.");
    }

    [Theory, EveryDatabase]
    public async Task Walking_the_pages_is_reading_all(StoreKind store)
    {
        var procedures = await AsAsync(Office.Staff, store);
        var (walked, token) = (new List<string>(), "");
        do
        {
            var page = await procedures.ListProceduresAsync(new ListProceduresRequest { PageSize = 2, PageToken = token });
            walked.AddRange(page.Procedures.Select(p => p.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        walked.ShouldBe((await procedures.ListProceduresAsync(new ListProceduresRequest())).Procedures.Select(p => p.Name));
        (await Refused.FieldsOfAsync(procedures.ListProceduresAsync(new ListProceduresRequest { PageSize = 1001 }))).ShouldBe(["page_size"]);
    }

    private async Task<ProcedureService.ProcedureServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));
}
