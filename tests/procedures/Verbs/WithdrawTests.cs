using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class WithdrawTests
{
    [Fact]
    public void Its_sender_takes_it_back_while_nobody_opened_it()
    {
        var course = Course.Begin().Agree(Drafter).Withdraw(Drafter).Is("draft", Drafter);
        course.History[^1].Changed.Single().Outcome.ShouldBe(TaskOutcome.Withdrawn);
        course.State.Path.ShouldBeEmpty();
        course.Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Drafter)));
    }

    [Fact] // rulebook case 197
    public void It_is_refused_once_the_next_holder_opened_it() =>
        Course.Begin().Agree(Drafter).Open(Chief).Refuses("ALREADY_OPENED", m => m.Withdraw(As(Drafter)));

    [Fact]
    public void It_is_refused_to_anybody_but_its_sender() =>
        Course.Begin().Agree(Drafter).Agree(Chief, "office").Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Drafter))).Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Office)));

    [Fact]
    public void A_countersigned_step_is_taken_back_by_its_holder_until_a_signer_opens_it()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Open(Chief).Withdraw(Chief).Is("chief", Chief);
        course.State.Tasks.Count.ShouldBe(1);
        course.Agree(Chief, "countersign", "", Finance, Affairs).Open(Finance).Refuses("ALREADY_OPENED", m => m.Withdraw(As(Chief)));
    }

    [Fact]
    public void A_signer_taken_off_unopened_is_no_obstacle() =>
        Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Do(m => m.RemoveSigner(As(Chief), Finance)).Withdraw(Chief).Is("chief", Chief);

    [Fact]
    public void A_holder_who_took_a_signer_off_has_opened_it() =>
        Course.Begin().ToSigning().Agree(Director, "", Deputy, Finance).Do(m => m.RemoveSigner(As(Deputy), Finance)).Refuses("ALREADY_OPENED", m => m.Withdraw(As(Director)));

    [Fact]
    public void A_step_completed_by_its_signers_was_sent_by_nobody() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Agree(Finance).Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Chief))).Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Finance)));

    [Fact]
    public void What_was_passed_over_is_taken_back_too()
    {
        var course = Course.Begin().Agree(Drafter).Agree(Chief).Is("office", Office).Withdraw(Chief).Is("chief", Chief);
        course.State.Path.Select(s => s.Step).ShouldBe(["draft"]);
    }

    [Fact]
    public void On_a_detour_it_is_still_to_come_straight_back_afterwards()
    {
        var course = Course.Begin().ToSigning().Return(Director, "draft", straightBack: true).Agree(Drafter).Is("sign", Director).Withdraw(Drafter).Is("draft", Drafter);
        course.Agree(Drafter).Is("sign", Director);
    }

    [Fact]
    public void Sent_on_behalf_of_another_it_is_taken_back_under_both_names()
    {
        var directory = Bureau.Directory(delegations: [Delegation(Chief, Finance)]);
        var course = Course.Begin().Agree(Drafter).Do(m => m.Agree(As(Finance, directory: directory), new Onward("office", "", []))).Withdraw(Finance).Is("chief", Chief);
        course.Last.Actor.ShouldBe(new MatterActor(PersonOf(Finance), "张三", Finance, Chief));
    }
}
