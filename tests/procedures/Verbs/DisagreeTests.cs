using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class DisagreeTests
{
    [Fact] // rulebook case 196
    public void A_signers_refusal_blocks_and_is_shown_to_the_holder()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs, Deputy).Disagree(Affairs).Is("countersign", Chief);
        course.Asked.ShouldBe([Finance, Deputy]);
        course.Agree(Finance).Agree(Deputy).Is("countersign", Chief).Refuses("SIGNER_REFUSED", m => m.Agree(As(Chief), Onward.Ordinary));
    }

    [Fact]
    public void A_refusal_no_longer_blocks_once_the_post_was_asked_again_and_agreed() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Disagree(Finance).AddSigner(Chief, false, Finance).Agree(Finance).Is("office", Office);

    [Fact]
    public void A_refusal_no_longer_blocks_once_the_matter_was_returned() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Disagree(Finance).Return(Chief, "draft").Is("draft", Drafter)
            .Agree(Drafter).Agree(Chief, "office").Is("office", Office);

    [Fact]
    public void In_order_a_refusal_keeps_the_next_from_being_asked()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs).Disagree(Finance);
        course.Asked.ShouldBeEmpty();
        course.AddSigner(Chief, false, Finance).Asked.ShouldBe([Finance]);
        course.Agree(Finance).Asked.ShouldBe([Affairs]);
    }

    [Fact]
    public void The_first_opinion_of_any_ends_the_others_when_it_is_a_refusal_too()
    {
        var course = Course.Countersigning(CountersignMode.Any, 0, Finance, Affairs).Disagree(Finance).Is("countersign", Chief);
        course.Asked.ShouldBeEmpty();
        course.Refuses("SIGNER_REFUSED", m => m.Agree(As(Chief), Onward.Ordinary));
    }

    [Fact]
    public void The_holders_goes_back_to_whoever_started_it()
    {
        var course = Course.Begin().ToSigning().Disagree(Director).Is("draft", Drafter);
        course.History[^1].Changed.Single().Outcome.ShouldBe(TaskOutcome.Disagreed);
        course.State.Path.ShouldBeEmpty();
    }

    [Fact]
    public void It_needs_a_reason_and_a_step_before() =>
        Course.Begin().Refuses("REASON_REQUIRED", m => m.Disagree(As(Drafter, " "))).Refuses("VERB_NOT_ALLOWED", m => m.Disagree(As(Drafter, "不妥")));

    [Fact]
    public void A_delegate_does_not_disagree_in_place_of_the_holder() =>
        Course.Begin().Agree(Drafter).Do(m => m.Delegate(As(Chief), Finance)).Refuses("NOT_THE_HOLDER", m => m.Disagree(As(Finance, "不妥")));
}
