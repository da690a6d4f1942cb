using Backoffice.Platform.Errors;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Matters;

public sealed class AssignmentTests
{
    [Fact]
    public void A_step_of_the_starters_unit_is_given_to_the_post_of_that_unit() =>
        Course.Begin().Agree(Drafter).Is("chief", Chief);

    [Theory] // rulebook case 192
    [InlineData(Chief, "chief", Office)]
    [InlineData(Office, "office", Deputy)]
    public void A_post_that_nobody_can_act_for_has_its_step_done_by_the_superior(string vacant, string step, string by)
    {
        var directory = Bureau.Directory(vacant: vacant);
        var course = Course.Begin().Do(m => m.Agree(As(Drafter, directory: directory), Onward.Ordinary));
        if (step != "chief")
            course.Do(m => m.Agree(As(Chief, directory: directory), new Onward(step, "", [])));
        course.Is(step, by);
    }

    [Fact]
    public void The_superior_is_no_chief_of_another_section()
    {
        var directory = Bureau.Directory(vacant: [Registrar, Office]);
        Course.Begin().ToSigning().Agree(Director, "", Finance).Do(m => m.Agree(As(Finance, directory: directory), Onward.Ordinary)).Is("register", Deputy);
    }

    [Fact]
    public void An_empty_post_with_a_backup_in_office_keeps_its_step()
    {
        var directory = Bureau.Directory(vacant: Registrar);
        Course.Begin().ToSigning().Agree(Director, "", Finance).Do(m => m.Agree(As(Finance, directory: directory), Onward.Ordinary)).Is("register", Registrar);
    }

    [Fact]
    public void A_step_that_nobody_could_do_is_not_gone_to()
    {
        var directory = Bureau.Directory(vacant: Director);
        var course = Course.Begin().Agree(Drafter).Agree(Chief, "office").Refuses("NOBODY_FOR_STEP", m => m.Agree(As(Office, directory: directory), Onward.Ordinary));
        // People are told in their own words.
        var refused = Should.Throw<Refusal>(() => course.Matter.Agree(As(Office, directory: directory), Onward.Ordinary));
        (refused.Facts["step"], refused.Facts["duty"]).ShouldBe(("签发", "局长"));
    }

    [Fact]
    public void Whoever_sends_it_names_the_post_where_that_is_open()
    {
        var directory = Bureau.Directory(vacant: Affairs);
        Course.Begin().ToSigning()
            .Refuses("ASSIGNEE_REQUIRED", m => m.Agree(As(Director), Onward.Ordinary))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Agree(As(Director), new Onward("", "posts/nowhere", [])))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Agree(As(Director), new Onward("", "posts/county", [])))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Agree(As(Director, directory: directory), new Onward("", Affairs, [])))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Agree(As(Director), new Onward("", Finance, ["posts/county"])))
            .Agree(Director, "", Affairs).Is("handle", Affairs);
    }

    [Fact]
    public void A_post_without_the_function_of_the_step_is_refused() =>
        Course.Begin().Agree(Drafter).Refuses("UNKNOWN_ASSIGNEE", m => m.Agree(As(Chief), new Onward("office", Finance, []))).Agree(Chief, "office", Office).Is("office", Office);

    [Fact]
    public void The_only_post_there_is_need_not_be_named()
    {
        var steps = Procedure().Steps.Select(s => s.Id == "handle" ? s with { Duty = new Duty { Kind = DutyKind.Chosen, Functions = [Backoffice.Coordination.V1.PostFunction.DeputyDirector] } } : s);
        Course.Begin(Procedure() with { Steps = [.. steps] }).ToSigning().Agree(Director).Is("handle", Deputy);
    }

    [Fact]
    public void The_post_a_detour_leads_back_to_is_looked_for_anew_when_it_was_emptied()
    {
        var directory = Bureau.Directory(vacant: Office);
        Course.Begin().Agree(Drafter).Agree(Chief, "office").Return(Office, "draft", straightBack: true)
            .Do(m => m.Agree(As(Drafter, directory: directory), Onward.Ordinary)).Is("office", Deputy);
    }
}
