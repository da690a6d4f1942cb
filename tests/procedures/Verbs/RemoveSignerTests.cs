using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class RemoveSignerTests
{
    [Fact]
    public void Whoever_has_not_answered_is_no_longer_asked_and_the_round_goes_on()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Agree(Finance).Do(m => m.RemoveSigner(As(Chief), Affairs)).Is("office", Office);
        course.History[^1].Changed.Single(t => t.Post == Affairs).Outcome.ShouldBe(TaskOutcome.Cancelled);
    }

    [Fact]
    public void In_order_whoever_waits_is_left_out_and_whoever_is_asked_makes_way()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs, Deputy).Do(m => m.RemoveSigner(As(Chief), Affairs));
        course.Do(m => m.RemoveSigner(As(Chief), Finance)).Asked.ShouldBe([Deputy]);
    }

    [Fact]
    public void Those_who_would_follow_are_left_out() =>
        Course.Begin().Agree(Drafter).AddSigner(Chief, true, Finance).Do(m => m.RemoveSigner(As(Chief), Finance)).Agree(Chief, "office").Is("office", Office);

    [Fact]
    public void The_last_who_follows_being_left_out_lets_the_decision_go_on() =>
        Course.Begin().Agree(Drafter).AddSigner(Chief, true, Finance).Agree(Chief, "office").Do(m => m.RemoveSigner(As(Chief), Finance)).Is("office", Office);

    [Fact]
    public void A_refusal_given_is_not_removed() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Disagree(Finance).Refuses("UNKNOWN_ASSIGNEE", m => m.RemoveSigner(As(Chief), Finance));

    [Theory]
    [InlineData(CountersignMode.All)]
    [InlineData(CountersignMode.InOrder)]
    [InlineData(CountersignMode.Any)]
    public void A_refusal_asked_for_anew_stands_when_the_request_is_taken_back(CountersignMode mode)
    {
        var course = Course.Countersigning(mode, 0, Finance).Disagree(Finance).AddSigner(Chief, false, Finance).Do(m => m.RemoveSigner(As(Chief), Finance));
        course.Is("countersign", Chief).Refuses("SIGNER_REFUSED", m => m.Agree(As(Chief), Onward.Ordinary));
        course.AddSigner(Chief, false, Finance).Agree(Finance).Is("office", Office);
    }

    [Fact]
    public void A_refusal_asked_for_anew_and_transferred_is_answered_by_whoever_got_it()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance).Disagree(Finance).AddSigner(Chief, false, Finance).Do(m => m.Transfer(As(Finance, "请核"), Affairs));
        course.Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Chief), Onward.Ordinary)).Agree(Affairs).Is("office", Office);
    }

    [Fact]
    public void Returned_while_a_refusal_is_asked_for_anew_each_post_is_asked_once_afterwards()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Disagree(Finance).AddSigner(Chief, false, Finance).Return(Chief, "draft", straightBack: true).Agree(Drafter);
        course.Is("countersign", Chief).Asked.ShouldBe([Finance, Affairs], ignoreOrder: true);
    }

    [Fact]
    public void A_quorum_is_still_asked_for_when_signers_are_left_out() =>
        Course.Countersigning(CountersignMode.Quorum, 2, Finance, Affairs).Agree(Finance).Do(m => m.RemoveSigner(As(Chief), Affairs)).Is("countersign", Chief)
            .Refuses("VERB_NOT_ALLOWED", m => m.Agree(As(Chief), Onward.Ordinary));
}
