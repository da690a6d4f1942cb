using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class DelegateTests
{
    [Fact]
    public void The_holder_stays_accountable_and_gets_it_back()
    {
        var course = Course.Begin().Agree(Drafter).Do(m => m.Delegate(As(Chief), Finance)).Is("chief", Chief);
        course.State.Assisting!.Post.ShouldBe(Finance);
        course.Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Chief), new Onward("office", "", []))).Agree(Finance).Is("chief", Chief);
        course.State.Assisting.ShouldBeNull();
        course.Agree(Chief, "office").Is("office", Office);
    }

    [Fact]
    public void One_is_delegated_to_at_a_time() =>
        Course.Begin().Agree(Drafter).Do(m => m.Delegate(As(Chief), Finance)).Refuses("WAITING_FOR_OTHERS", m => m.Delegate(As(Chief), Affairs));

    [Fact]
    public void A_step_that_its_signers_complete_waits_for_the_delegate_too() =>
        Course.Countersigning(CountersignMode.All, 0, Finance).Do(m => m.Delegate(As(Chief), Affairs)).Agree(Finance).Is("countersign", Chief)
            .Do(m => m.RemoveSigner(As(Chief), Affairs)).Is("office", Office).State.Tasks.Count.ShouldBe(1);

    [Fact]
    public void Signing_is_not_delegated() =>
        Course.Begin().ToSigning().Refuses("NOT_DELEGABLE", m => m.Delegate(As(Director), Deputy));

    [Fact]
    public void Whoever_stands_in_acts_under_both_names()
    {
        var directory = Bureau.Directory(delegations: [Delegation(Chief, Finance)]);
        var course = Course.Begin().Agree(Drafter).Do(m => m.Agree(As(Finance, "同意", directory), new Onward("office", "", [])));
        course.Last.Actor.ShouldBe(new MatterActor(PersonOf(Finance), "张三", Finance, Chief));
        course.State.Path[^1].ShouldBe(new Seat("chief", Chief));
    }

    [Fact]
    public void The_backup_of_an_empty_post_stands_in()
    {
        var directory = Bureau.Directory(vacant: Registrar);
        var course = Course.Begin().ToSigning().Agree(Director, "", Finance).Do(m => m.Agree(As(Finance, directory: directory), Onward.Ordinary)).Is("register", Registrar);
        course.Do(m => m.Agree(As(Office, directory: directory) with { Form = "RegisterOutgoingDocument" }, Onward.Ordinary));
        (course.Last.ActorPost, course.Last.OnBehalfOf).ShouldBe((Office, Registrar));
    }

    [Fact] // rulebook case 30
    public void A_deputy_signs_in_the_heads_place_only_with_an_appointment()
    {
        var stands = Bureau.Directory(delegations: [Delegation(Director, Deputy)]);
        var appointed = Bureau.Directory(delegations: [Delegation(Director, Deputy, "县政任〔2026〕3号")]);
        var course = Course.Begin().ToSigning();
        course.Refuses("NOT_DELEGABLE", m => m.Agree(As(Deputy, directory: stands), new Onward("", Finance, [])));
        course.Refuses("NOT_DELEGABLE", m => m.Return(As(Deputy, "退", stands), "", false));
        course.Refuses("NOT_DELEGABLE", m => m.Terminate(As(Deputy, "停", stands)));
        course.Do(m => m.Agree(As(Deputy, directory: appointed), new Onward("", Finance, []))).Is("handle", Finance);
        (course.Last.ActorPost, course.Last.OnBehalfOf).ShouldBe((Deputy, Director));
    }

    [Fact]
    public void Standing_in_for_a_post_that_only_its_holder_may_act_for_does_not_hide_the_own_task()
    {
        var directory = Bureau.Directory(delegations: [Delegation(Finance, Director)]);
        var course = Course.Begin().ToSigning().AddSigner(Director, false, Finance);
        course.Refuses("WAITING_FOR_OTHERS", m => m.Agree(As(Director, directory: directory), new Onward("", Affairs, [])));
    }
}
