using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Definitions;

public sealed class DefinitionCheckTests
{
    [Fact]
    public void A_complete_definition_has_no_problems() => DefinitionCheck.Problems(Procedure()).ShouldBeEmpty();

    [Fact] // rulebook case 191
    public void A_step_without_post_rule_time_limit_or_output_is_a_problem_each()
    {
        Planted(s => s with { Duty = new Duty() }).ShouldBe(["Procedure outgoing version 1 names no post for step office."]);
        Planted(s => s with { Duty = new Duty { Kind = DutyKind.Function } }).ShouldBe(["Procedure outgoing version 1 names no function for step office."]);
        Planted(s => s with { Rule = "" }).ShouldBe(["Procedure outgoing version 1 names no rule for step office."]);
        Planted(s => s with { Limit = "" }).ShouldBe(["Procedure outgoing version 1 names no time limit for step office."]);
        Planted(s => s with { Limit = "soon" }).ShouldBe(["Procedure outgoing version 1 names no time limit for step office."]);
        Planted(s => s with { Output = "" }).ShouldBe(["Procedure outgoing version 1 names no output for step office."]);
    }

    [Fact]
    public void What_could_strand_a_matter_is_a_problem()
    {
        Planted(s => s with { Title = "" }).ShouldBe(["Procedure outgoing version 1 has a step without id or title."]);
        Planted(s => s with { Next = ["sign", "nowhere"] }).ShouldBe(["Procedure outgoing version 1 goes from office to nowhere, which is no step."]);
        Planted(s => s with { Next = ["handle"] }).ShouldBe(["Procedure outgoing version 1 never comes to step sign."]);
        Planted(s => s with { Signers = new Countersigning { Mode = CountersignMode.Quorum } }).ShouldBe(["Procedure outgoing version 1 asks for a quorum of nobody at step office."]);
        Planted(s => s with { Form = "ReviewDraft", Signers = new Countersigning { Completes = true } }).ShouldBe(["Procedure outgoing version 1 lets signers complete step office, which its holder must do."]);
        Planted(s => s with { Light = true, Deciding = true }).ShouldBe(["Procedure outgoing version 1 calls step office light, which decides."]);
        DefinitionCheck.Problems(Procedure() with { Steps = [.. Procedure().Steps, Procedure()["office"]] }).ShouldBe(["Procedure outgoing version 1 has step office twice."]);
        DefinitionCheck.Problems(Procedure() with { Steps = [] }).ShouldBe(["Procedure outgoing version 1 needs an id, a version from 1, a title and steps."]);
    }

    [Fact]
    public void A_step_from_which_there_is_no_end_is_a_problem()
    {
        var loop = Procedure()["handle"] with { Id = "loop", Next = ["loop"] };
        var steps = Procedure().Steps.Select(s => s.Id == "office" ? s with { Next = ["sign", "loop"] } : s);
        DefinitionCheck.Problems(Procedure() with { Steps = [.. steps, loop] }).ShouldBe(["Procedure outgoing version 1 never ends after step loop."]);
        var (draft, chief) = (Procedure()["draft"], Procedure()["chief"] with { Next = ["draft"] });
        DefinitionCheck.Problems(Procedure() with { Steps = [draft, chief] })
            .ShouldBe(["Procedure outgoing version 1 never ends after step draft.", "Procedure outgoing version 1 never ends after step chief."]);
    }

    [Fact] // rulebook case 192
    public void Empty_posts_posts_without_backup_and_functions_without_post_are_warned_of()
    {
        var procedure = Procedure() with { Steps = [Procedure()["register"], Procedure()["sign"], Planted("DeputyOfficeDirector")] };
        var warnings = DefinitionCheck.Warnings(procedure, Bureau.Directory(vacant: [Director, Registrar])).ToList();
        warnings.Select(w => w.Message).ShouldBe(
            ["发文办理·登记：机要员无人在岗。", "发文办理·签发：局长无人在岗。", "发文办理·签发：局长没有AB岗。", "发文办理·核稿：没有承担该职能（办公室副主任）的岗位。"]);
        warnings.Select(w => w.MessageEn).ShouldBe(
        [
            "outgoing/register: nobody holds posts/registrar.",
            "outgoing/sign: nobody holds posts/director.",
            "outgoing/sign: no post stands in for posts/director.",
            "outgoing/office: no post is DeputyOfficeDirector.",
        ]);
        warnings.Select(w => (w.Step, w.Post, w.Gap)).ShouldBe(
            [("register", Registrar, StaffingGap.NoHolder), ("sign", Director, StaffingGap.NoHolder), ("sign", Director, StaffingGap.NoBackup), ("office", "", StaffingGap.NoPost)]);
    }

    private static IReadOnlyList<string> Planted(Func<Step, Step> change) =>
        DefinitionCheck.Problems(Procedure() with { Steps = [.. Procedure().Steps.Select(s => s.Id == "office" ? change(s) : s)] });

    private static Step Planted(string function) =>
        Procedure()["office"] with { Duty = new Duty { Kind = DutyKind.Function, Functions = [Enum.Parse<Backoffice.Coordination.V1.PostFunction>(function)] } };
}
