using Backoffice.Procedures.Definitions;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class UrgeTests
{
    [Fact]
    public void The_holder_is_reminded_and_the_times_are_counted()
    {
        var course = Course.Begin().Agree(Drafter).Do(m => m.Urge(As(Drafter, "请尽快"))).Do(m => m.Urge(As(Office)));
        course.State.Held!.UrgeCount.ShouldBe(2);
        course.Last.Targets.ShouldBe([Chief]);
    }

    [Fact]
    public void Signers_and_delegates_are_reminded_in_the_holders_place()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Agree(Finance).Do(m => m.Delegate(As(Chief), Deputy)).Do(m => m.Urge(As(Chief)));
        course.Last.Targets.ShouldBe([Affairs, Deputy]);
        course.State.Held!.UrgeCount.ShouldBe(0);
    }

    [Fact]
    public void By_rule_those_are_reminded_whose_tasks_are_due()
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs);
        course.Do(m => m.Urge(As(Office, "今日为办理时限。"), [.. m.State.Tasks.Where(t => t.Post == Finance)]));
        course.Last.Targets.ShouldBe([Finance]);
        course.State.Tasks.Where(t => t.UrgeCount > 0).Select(t => t.Post).ShouldBe([Finance]);
    }

    [Fact]
    public void What_has_ended_is_reminded_of_no_more()
    {
        var matter = Course.Begin().Matter;
        matter.RemindAt(Morning);
        matter.RemindTime.ShouldBe(Morning);
        matter.Terminate(As(Drafter, "因故"));
        matter.RemindAt(Morning);
        matter.RemindTime.ShouldBeNull();
    }

    [Fact]
    public void It_opens_nothing_and_makes_no_etag_stale()
    {
        var course = Course.Begin().Agree(Drafter);
        var version = course.Matter.Version;
        course.Do(m => m.Urge(As(Drafter))).Matter.Version.ShouldBe(version);
        course.Withdraw(Drafter).Is("draft", Drafter);
    }
}
