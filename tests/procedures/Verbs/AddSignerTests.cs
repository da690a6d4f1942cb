using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class AddSignerTests
{
    [Fact]
    public void Before_the_holder_decides_others_are_asked()
    {
        var course = Course.Begin().Agree(Drafter).AddSigner(Chief, false, Finance, Affairs);
        course.Asked.ShouldBe([Finance, Affairs]);
        course.Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Chief), new Onward("office", "", []))).Agree(Finance).Agree(Affairs).Is("chief", Chief).Agree(Chief, "office").Is("office", Office);
    }

    [Fact]
    public void After_the_holder_has_decided_others_are_asked_and_the_matter_goes_on_by_itself()
    {
        var course = Course.Begin().Agree(Drafter).AddSigner(Chief, true, Finance);
        course.Asked.ShouldBeEmpty();
        course.Agree(Chief, "office").Is("chief", Chief).Asked.ShouldBe([Finance]);
        course.Agree(Finance).Is("office", Office).State.Path[^1].ShouldBe(new Seat("chief", Chief));
    }

    [Fact]
    public void Whoever_decides_says_who_does_it_next_before_those_who_follow_are_asked() =>
        Course.Begin().ToSigning().AddSigner(Director, true, Finance).Refuses("ASSIGNEE_REQUIRED", m => m.Agree(As(Director), Onward.Ordinary))
            .Agree(Director, "", Affairs).Is("sign", Director).Agree(Finance).Is("handle", Affairs);

    [Fact]
    public void Those_who_follow_are_asked_after_signers_complete_the_step_too()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance).AddSigner(Chief, true, Affairs).Agree(Finance).Is("countersign", Chief);
        course.Asked.ShouldBe([Affairs]);
        course.Agree(Affairs).Is("office", Office);
    }

    [Fact]
    public void A_refusal_overruled_by_a_quorum_does_not_block_those_who_follow() =>
        Course.Countersigning(CountersignMode.Quorum, 1, Finance, Affairs).AddSigner(Chief, true, Deputy).Disagree(Finance).Agree(Affairs).Is("countersign", Chief).Agree(Deputy).Is("office", Office);

    [Fact]
    public void A_refusal_by_one_who_follows_blocks_the_decision() =>
        Course.Begin().Agree(Drafter).AddSigner(Chief, true, Finance).Agree(Chief, "office").Disagree(Finance).Is("chief", Chief)
            .Refuses("SIGNER_REFUSED", m => m.Agree(As(Chief), new Onward("office", "", []))).AddSigner(Chief, false, Finance).Agree(Finance).Is("office", Office);

    [Fact]
    public void In_order_further_posts_queue_behind_those_who_wait()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs).AddSigner(Chief, false, Deputy);
        course.Asked.ShouldBe([Finance]);
        course.Agree(Finance).Agree(Affairs).Asked.ShouldBe([Deputy]);
    }

    [Fact]
    public void A_post_named_twice_is_asked_once()
    {
        var course = Course.Begin().Agree(Drafter).AddSigner(Chief, false, Finance, Finance);
        course.Asked.ShouldBe([Finance]);
        course.Refuses("UNKNOWN_ASSIGNEE", m => m.AddSigner(As(Chief), [Finance], true)).Refuses("UNKNOWN_ASSIGNEE", m => m.AddSigner(As(Chief), [Chief], false));
    }

    [Fact]
    public void The_post_of_another_organ_is_not_asked() =>
        Course.Begin().Agree(Drafter).Refuses("UNKNOWN_ASSIGNEE", m => m.AddSigner(As(Chief), ["posts/county"], false));

    [Fact]
    public void None_follow_a_decision_already_made() =>
        Course.Begin().Agree(Drafter).AddSigner(Chief, true, Finance).Agree(Chief, "office").Refuses("VERB_NOT_ALLOWED", m => m.AddSigner(As(Chief), [Affairs], true));

    [Fact]
    public void A_step_come_to_without_signers_asks_in_its_own_way()
    {
        var course = Course.Countersigning(CountersignMode.Any, 0, Finance).Agree(Finance).Return(Office, "countersign").Is("countersign", Chief);
        course.AddSigner(Chief, false, Finance, Affairs).Agree(Affairs).Is("office", Office);
    }
}
