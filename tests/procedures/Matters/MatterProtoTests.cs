using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Matters;

public sealed class MatterProtoTests
{
    private static readonly MatterSubject Subject = new("outgoingDocuments/1", "关于救助的请示", "", 1);

    [Fact]
    public void The_accountable_task_comes_first_with_the_ways_on_and_back()
    {
        var message = Course.Countersigning(CountersignMode.All, 0, Finance, Affairs).Matter.ToProto(Subject, As(Chief));
        message.Tasks.Select(t => (t.Post, t.Kind, t.StepTitle)).ShouldBe([(Chief, TaskKind.Act, "会签"), (Finance, TaskKind.Sign, "会签"), (Affairs, TaskKind.Sign, "会签")]);
        (message.HolderPost, message.StepTitle, message.NextSteps.Single()).ShouldBe((Chief, "会签", "office"));
        message.ReturnSteps.ShouldBe(["draft", "chief"]);
        message.AllowedVerbs.ShouldContain(Verb.Withdraw);
    }

    [Fact]
    public void An_ended_matter_has_no_step_no_holder_and_no_ways()
    {
        var message = Course.Begin().Do(m => m.Terminate(As(Drafter, "重复"))).Matter.ToProto(Subject, As(Drafter));
        (message.Step, message.HolderPost, message.Tasks.Count + message.NextSteps.Count + message.ReturnSteps.Count + message.AllowedVerbs.Count).ShouldBe(("", "", 0));
        message.EndTime.ToDateTimeOffset().ShouldBe(Morning);
    }

    [Fact]
    public void Progress_tells_inboxes_what_an_act_gave_and_what_it_ended()
    {
        var course = Course.Begin().Agree(Drafter);
        var progress = course.History[^1].ToProgress(course.Matter, Subject, [], []);
        (progress.Verb, progress.StepTitle, progress.HolderPost, progress.Urgency).ShouldBe((Verb.Agree, "审核", Chief, 1));
        progress.Assigned.Single().ShouldSatisfyAllConditions(t => t.Post.ShouldBe(Chief), t => t.EndTime.ShouldBeNull());
        progress.Changed.Single().ShouldSatisfyAllConditions(t => t.Post.ShouldBe(Drafter), t => t.Outcome.ShouldBe(TaskOutcome.Agreed), t => t.Actor.DisplayName.ShouldBe("陈一"));
    }
}
