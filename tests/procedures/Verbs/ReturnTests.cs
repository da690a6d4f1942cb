using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class ReturnTests
{
    [Theory]
    [InlineData("", "office", Office)]
    [InlineData("office", "office", Office)]
    [InlineData("chief", "chief", Chief)]
    [InlineData("draft", "draft", Drafter)]
    public void It_goes_to_any_step_passed_and_flows_on_from_there(string step, string to, string post)
    {
        var course = Course.Begin().ToSigning().Return(Director, step).Is(to, post);
        course.State.Detours.ShouldBeEmpty();
        while (course.State.Step != "sign")
            course.Agree(course.HolderPost, course.State.Step == "chief" ? "office" : "");
        course.Is("sign", Director);
    }

    [Fact]
    public void It_comes_straight_back_where_that_is_wanted()
    {
        var course = Course.Begin().ToSigning().Return(Director, "draft", straightBack: true).Is("draft", Drafter).Agree(Drafter).Is("sign", Director);
        course.State.Path.Select(s => s.Step).ShouldBe(["draft", "chief", "office"]);
        course.Agree(Director, "", Finance).Is("handle", Finance);
    }

    [Fact]
    public void Nested_detours_come_back_one_by_one()
    {
        var course = Course.Begin().ToSigning().Return(Director, "chief", straightBack: true).Return(Chief, "draft", straightBack: true);
        course.State.Detours.Select(d => d.Back.Step).ShouldBe(["sign", "chief"]);
        course.Agree(Drafter).Is("chief", Chief).Agree(Chief).Is("sign", Director).State.Detours.ShouldBeEmpty();
        course.State.Path.Select(s => s.Step).ShouldBe(["draft", "chief", "office"]);
    }

    [Fact]
    public void A_return_that_flows_on_forgets_the_detour_it_was_on() =>
        Course.Begin().ToSigning().Return(Director, "chief", straightBack: true).Return(Chief, "draft").Agree(Drafter).Agree(Chief, "office").Is("office", Office);

    [Fact] // WF-4
    public void Open_signatures_are_cancelled()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Agree(Finance).Return(Chief, "draft").Is("draft", Drafter);
        course.State.Tasks.Count.ShouldBe(1);
        course.History[^1].Changed.Single(t => t.Kind == TaskKind.Sign).ShouldSatisfyAllConditions(t => t.Post.ShouldBe(Affairs), t => t.Outcome.ShouldBe(TaskOutcome.Cancelled));
    }

    [Theory]
    [InlineData(CountersignMode.All)]
    [InlineData(CountersignMode.InOrder)]
    public void Signers_of_the_step_it_comes_straight_back_to_are_asked_again(CountersignMode mode)
    {
        var course = Course.Countersigning(mode, 0, Finance, Affairs).Disagree(Finance).Return(Chief, "draft", straightBack: true).Agree(Drafter).Is("countersign", Chief);
        course.Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Chief), Onward.Ordinary)).Agree(Finance).Agree(Affairs).Is("office", Office);
    }

    [Fact]
    public void The_step_it_comes_straight_back_to_is_never_passed_over() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Agree(Finance).Return(Office, "countersign").Return(Chief, "draft", straightBack: true)
            .Agree(Drafter).Is("countersign", Chief);

    [Fact]
    public void It_goes_to_the_post_that_did_the_step_even_when_that_was_not_the_usual_one()
    {
        var course = Course.Begin().Agree(Drafter).Do(m => m.Transfer(As(Chief, "出差"), Affairs)).Agree(Affairs, "office");
        course.Return(Office).Is("chief", Affairs);
    }

    [Fact]
    public void It_goes_to_the_present_post_of_the_step_when_the_former_is_empty()
    {
        var directory = Bureau.Directory(vacant: Affairs);
        Course.Begin().Agree(Drafter).Do(m => m.Transfer(As(Chief, "出差"), Affairs)).Agree(Affairs, "office")
            .Do(m => m.Return(As(Office, "请修改", directory), "", false)).Is("chief", Chief);
    }

    [Fact]
    public void A_starter_who_left_does_not_keep_it_from_being_returned()
    {
        var directory = Bureau.Directory(vacant: Drafter);
        Course.Begin().Agree(Drafter).Do(m => m.Return(As(Chief, "请修改", directory), "", true)).Is("draft", Chief);
    }

    [Fact]
    public void It_needs_a_reason_a_step_before_and_one_that_was_passed() =>
        Course.Begin().Refuses("VERB_NOT_ALLOWED", m => m.Return(As(Drafter, "退"), "", false)).Agree(Drafter)
            .Refuses("REASON_REQUIRED", m => m.Return(As(Chief), "", false)).Refuses("UNKNOWN_STEP", m => m.Return(As(Chief, "退"), "sign", false));

    [Fact]
    public void Whoever_was_returned_to_cannot_have_it_withdrawn() =>
        Course.Begin().Agree(Drafter).Return(Chief).Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Chief)));
}
