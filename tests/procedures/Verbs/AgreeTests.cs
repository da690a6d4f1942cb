using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class AgreeTests
{
    [Fact]
    public void A_matter_goes_from_post_to_post_until_it_is_completed()
    {
        var course = Course.Begin().Is("draft", Drafter).Agree(Drafter).Is("chief", Chief).Agree(Chief, "office").Is("office", Office).Agree(Office).Is("sign", Director)
            .Agree(Director, "", Finance).Is("handle", Finance).Agree(Finance).Is("register", Registrar)
            .Do(m => m.Agree(As(Registrar) with { Form = "RegisterOutgoingDocument" }, Onward.Ordinary));
        course.Matter.Status.ShouldBe(Backoffice.Procedures.V1.MatterState.Completed);
        course.State.Tasks.ShouldBeEmpty();
        course.Matter.EndTime.ShouldBe(Morning);
    }

    [Theory]
    [InlineData(CountersignMode.All)]
    [InlineData(CountersignMode.InOrder)]
    public void Countersigning_is_done_when_all_agreed(CountersignMode mode) =>
        Course.Countersigning(mode, 0, Finance, Affairs, Deputy).Is("countersign", Chief)
            .Agree(Finance).Agree(Affairs).Is("countersign", Chief).Agree(Deputy).Is("office", Office);

    [Fact]
    public void In_order_each_is_asked_after_the_one_before()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs, Deputy);
        course.Asked.ShouldBe([Finance]);
        course.Refuses("NOT_THE_HOLDER", m => m.Agree(As(Affairs), Onward.Ordinary));
        course.Agree(Finance).Asked.ShouldBe([Affairs]);
        course.Agree(Affairs).Asked.ShouldBe([Deputy]);
    }

    [Fact]
    public void In_order_the_next_is_asked_after_whoever_took_over_a_signature()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs);
        course.Do(m => m.Transfer(As(Finance, "分工调整"), Registrar)).Asked.ShouldBe([Registrar]);
        course.Agree(Registrar).Asked.ShouldBe([Affairs]);
    }

    [Fact] // rulebook case 196
    public void The_first_opinion_of_any_decides_and_ends_the_others()
    {
        var course = Course.Countersigning(CountersignMode.Any, 0, Finance, Affairs, Deputy).Agree(Affairs).Is("office", Office);
        course.History[^1].Changed.Where(t => t.Outcome == TaskOutcome.Cancelled).Select(t => t.Post).ShouldBe([Finance, Deputy]);
        course.Refuses("NOT_THE_HOLDER", m => m.Agree(As(Finance), Onward.Ordinary));
    }

    [Fact]
    public void A_quorum_that_is_reached_ends_the_others_and_overrules_a_refusal()
    {
        var course = Course.Countersigning(CountersignMode.Quorum, 2, Finance, Affairs, Deputy, Registrar).Disagree(Finance).Agree(Affairs).Agree(Deputy).Is("office", Office);
        course.History[^1].Changed.Single(t => t.Outcome == TaskOutcome.Cancelled).Post.ShouldBe(Registrar);
    }

    [Fact]
    public void A_quorum_out_of_reach_blocks() =>
        Course.Countersigning(CountersignMode.Quorum, 2, Finance, Affairs).Disagree(Finance).Agree(Affairs).Is("countersign", Chief)
            .Refuses("SIGNER_REFUSED", m => m.Agree(As(Chief), Onward.Ordinary));

    [Fact]
    public void A_quorum_of_more_than_were_asked_blocks_until_more_are_asked() =>
        Course.Countersigning(CountersignMode.Quorum, 2, Finance).Agree(Finance).Is("countersign", Chief)
            .Refuses("VERB_NOT_ALLOWED", m => m.Agree(As(Chief), Onward.Ordinary))
            .AddSigner(Chief, false, Affairs).Agree(Affairs).Is("office", Office);

    [Fact]
    public void The_holder_waits_for_signers_and_delegates()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance).Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Chief), Onward.Ordinary));
        course.Do(m => m.Delegate(As(Chief), Affairs)).Agree(Finance).Is("countersign", Chief)
            .Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Chief), Onward.Ordinary))
            .Agree(Affairs).Is("office", Office).State.Tasks.Count.ShouldBe(1);
    }

    [Fact]
    public void Signers_of_a_step_that_its_holder_decides_leave_the_decision_to_the_holder() =>
        Course.Begin().ToSigning().Agree(Director, "", Deputy, Finance, Affairs).Agree(Finance).Agree(Affairs).Is("handle", Deputy).Agree(Deputy).Is("register", Registrar);

    [Fact]
    public void A_post_named_twice_is_asked_once_and_the_holder_not_at_all()
    {
        var course = Course.Begin().ToSigning().Agree(Director, "", Deputy, Finance, Finance, Deputy);
        course.Asked.ShouldBe([Finance]);
    }

    [Fact]
    public void Signers_do_not_choose_whom_the_matter_goes_to_next()
    {
        var steps = Procedure().Steps.Select(s => s.Id == "countersign" ? s with { Next = ["handle"] } : s.Id == "chief" ? s with { Next = ["countersign"] } : s).Where(s => s.Id is not ("office" or "sign"));
        Course.Begin(Procedure() with { Steps = [.. steps] }).Agree(Drafter).Agree(Chief, "", "", Finance).Agree(Finance).Is("countersign", Chief)
            .Refuses("ASSIGNEE_REQUIRED", m => m.Agree(As(Chief), Onward.Ordinary))
            .Agree(Chief, "", Affairs).Is("handle", Affairs);
    }

    [Fact]
    public void Nobody_to_countersign_is_recorded_as_skipped()
    {
        var course = Course.Begin().Agree(Drafter).Agree(Chief).Is("office", Office);
        (course.Last.Verb, course.Last.Step, course.Last.ToStep, course.Last.Opinion).ShouldBe((Verb.Skip, "countersign", "office", "无需会签"));
    }

    [Fact] // rulebook case 199
    public void The_approver_who_has_just_approved_is_passed_over_by_an_act_of_its_own()
    {
        var directory = Bureau.Directory(also: new Dictionary<string, string> { [Chief] = Office }, vacant: Office);
        var course = Course.Begin().Agree(Drafter).Do(m => m.Agree(As(Chief, "同意", directory), new Onward("office", "", []))).Is("sign", Director);
        (course.Last.Verb, course.Last.Step, course.Last.Opinion, course.Last.ActorPerson).ShouldBe((Verb.Skip, "office", "与上一审批环节为同一人", PersonOf(Chief)));
        course.History[^1].Changed.Single().Outcome.ShouldBe(TaskOutcome.Skipped);
        course.State.Path[^1].ShouldBe(new Seat("office", Office));
    }

    [Fact]
    public void A_deciding_step_is_never_passed_over()
    {
        var directory = Bureau.Directory(also: new Dictionary<string, string> { [Office] = Director }, vacant: Director);
        Course.Begin().Agree(Drafter).Agree(Chief, "office").Do(m => m.Agree(As(Office, directory: directory), Onward.Ordinary)).Is("sign", Director);
    }

    [Fact]
    public void A_step_with_a_form_is_never_passed_over()
    {
        var directory = Bureau.Directory(also: new Dictionary<string, string> { [Chief] = Office }, vacant: Office);
        var steps = Procedure().Steps.Select(s => s.Id == "office" ? s with { Form = "ReviewDraft" } : s);
        Course.Begin(Procedure() with { Steps = [.. steps] }).Agree(Drafter).Do(m => m.Agree(As(Chief, directory: directory), new Onward("office", "", []))).Is("office", Office);
    }

    [Fact]
    public void A_drafter_does_not_decide_on_the_own_draft()
    {
        var (matter, _) = Matter.Start("outgoingDocuments/1", Procedure(), Director, As(Director));
        var course = new Course(matter).Do(m => m.Agree(As(Director), Onward.Ordinary));
        course.Is("chief", Office).Agree(Office, "office").Is("sign", Director).Refuses("OWN_DRAFT", m => m.Agree(As(Director), new Onward("", Finance, [])));
    }

    [Fact]
    public void A_step_with_a_form_is_completed_by_its_rpc_alone() =>
        Course.Begin().Refuses("VERB_NOT_ALLOWED", m => m.Agree(As(Drafter) with { Form = "RegisterOutgoingDocument" }, Onward.Ordinary))
            .ToSigning().Agree(Director, "", Finance).Agree(Finance).Refuses("STEP_NEEDS_FORM", m => m.Agree(As(Registrar), Onward.Ordinary));

    [Fact] // rulebook case 195: no level is left out
    public void Only_steps_of_the_procedure_can_be_asked_for() =>
        Course.Begin().Refuses("UNKNOWN_STEP", m => m.Agree(As(Drafter), new Onward("sign", "", [])))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Agree(As(Drafter), new Onward("", "", [Finance])));
}
