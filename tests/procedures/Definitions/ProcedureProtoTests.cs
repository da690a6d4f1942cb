using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;
using CsCheck;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Definitions;

public sealed class ProcedureProtoTests
{
    [Fact]
    public void A_step_is_shown_with_post_rule_limit_and_output_in_both_languages()
    {
        var shown = Procedure().ToProto([1, 2], Bureau.Directory());
        (shown.Name, shown.Title, shown.Version).ShouldBe(("procedures/outgoing", "发文办理", 1));
        shown.Versions.ShouldBe([1, 2]);
        var office = shown.Steps.Single(s => s.Id == "office");
        (office.Title, office.Duty, office.Output).ShouldBe(("核稿", StepDuty.Function, "意见"));
        office.Functions.ShouldBe(["POST_FUNCTION_OFFICE_DIRECTOR"]);
        office.FunctionTitles.ShouldBe(["办公室主任"]);
        (office.RuleId, office.Citation).ShouldBe(("DOC-D03", "《党政机关公文处理工作条例》第20条"));
        office.RuleText.ShouldContain("审核");
        office.RuleTextEn.ShouldContain("reviews");
        (office.TimeLimit, office.TimeLimitText).ShouldBe(("2 working days", "2个工作日"));
        office.NextSteps.ShouldBe(["sign"]);
        var countersign = shown.Steps.Single(s => s.Id == "countersign");
        (countersign.Duty, countersign.Countersign).ShouldBe((StepDuty.Sender, CountersignKind.All));
        shown.Warnings.ShouldContain(w => w.Step == "sign" && w.Gap == StaffingGap.NoBackup);
    }

    [Fact]
    public void A_rule_of_the_place_is_its_own_citation_and_what_it_calls_light_is_shown_so()
    {
        var local = Procedure() with { Steps = [.. Procedure().Steps.Select(s => s with { Rule = "本局办文细则", Light = s.Id == "draft" })] };
        var shown = local.ToProto([1], Bureau.Directory());
        (shown.Steps[0].Citation, shown.Steps[0].RuleText, shown.Steps[0].RuleTextEn).ShouldBe(("本局办文细则", "", ""));
        shown.Steps.Where(s => s.Light).Select(s => s.Id).ShouldBe(["draft"]);
    }

    // What is listed is what the engine allows: no verb is offered to a holder that the definition does not name.
    [Fact]
    public void Whatever_happens_a_holder_may_do_only_what_the_step_names() =>
        Gen.Select(Matters.HistoryTests.Procedure, Matters.HistoryTests.Try.Array[1, 60]).Sample(
            run =>
            {
                var course = Course.Begin(run.Item1);
                foreach (var attempt in run.Item2)
                {
                    try
                    {
                        course.Do(m => Matters.HistoryTests.Attempt(m, attempt));
                    }
                    catch (Platform.Errors.Refusal)
                    {
                        // What is refused changes nothing, which is shown elsewhere.
                    }
                    if (course.State.Held is { } held)
                        course.Matter.AllowedVerbs(As(held.Post)).Except([Verb.Withdraw]).Except(course.Matter.Procedure.VerbsAt(course.Matter.Present)).ShouldBeEmpty();
                }
            },
            iter: 300);
}
