using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class TransferTests
{
    [Fact]
    public void The_responsibility_moves_and_the_due_time_stays()
    {
        var course = Course.Begin().Agree(Drafter).Do(m => m.Transfer(As(Chief, "出差", at: Morning.AddDays(1)), Affairs)).Is("chief", Affairs);
        (course.State.Held!.AssignTime, course.State.Held.DueTime).ShouldBe((Morning.AddDays(1), Morning.AddDays(2)));
        course.Last.Targets.ShouldBe([Affairs]);
        course.Refuses("NOT_THE_HOLDER", m => m.Agree(As(Chief), new Onward("office", "", []))).Agree(Affairs, "office").Is("office", Office);
    }

    [Fact]
    public void A_signature_moves_too_and_the_round_waits_for_its_new_post() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Do(m => m.Transfer(As(Finance, "分工调整"), Affairs)).Is("countersign", Chief).Agree(Affairs).Is("office", Office);

    [Fact]
    public void What_was_delegated_goes_back_to_whoever_took_over() =>
        Course.Begin().Agree(Drafter).Do(m => m.Delegate(As(Chief), Finance)).Do(m => m.Transfer(As(Chief, "出差"), Affairs)).Is("chief", Affairs)
            .Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Affairs), new Onward("office", "", []))).Agree(Finance).Agree(Affairs, "office").Is("office", Office);

    [Fact]
    public void It_needs_a_reason_and_a_post_that_can_be_given_work() =>
        Course.Begin().Agree(Drafter).Refuses("REASON_REQUIRED", m => m.Transfer(As(Chief), Affairs))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Transfer(As(Chief, "出差"), Chief))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Transfer(As(Chief, "出差"), "posts/nowhere"))
            .Refuses("UNKNOWN_ASSIGNEE", m => m.Transfer(As(Chief, "出差"), "posts/county"));

    [Fact]
    public void Signing_is_not_transferred() =>
        Course.Begin().ToSigning().Refuses("NOT_DELEGABLE", m => m.Transfer(As(Director, "出差"), Deputy));

    [Fact]
    public void A_decision_that_waits_for_others_is_not_transferred() =>
        Course.Begin().Agree(Drafter).AddSigner(Chief, true, Finance).Agree(Chief, "office").Refuses("VERB_NOT_ALLOWED", m => m.Transfer(As(Chief, "出差"), Affairs));

    [Fact]
    public void What_was_transferred_cannot_be_withdrawn_by_its_sender() =>
        Course.Begin().Agree(Drafter).Do(m => m.Transfer(As(Chief, "出差"), Affairs)).Refuses("VERB_NOT_ALLOWED", m => m.Withdraw(As(Drafter)));
}
