using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class StartTests
{
    [Fact]
    public void Whoever_starts_a_matter_has_its_first_step()
    {
        var course = Course.Begin().Is("draft", Drafter);
        course.Last.Verb.ShouldBe(Verb.Start);
        (course.Last.Number, course.Last.Step, course.Last.ToStep).ShouldBe((1, "", "draft"));
        course.Matter.Starter.ShouldBe(new MatterActor("people/drafter", "陈一", Drafter));
        course.Matter.Status.ShouldBe(Backoffice.Procedures.V1.MatterState.Running);
    }

    [Fact]
    public void A_first_step_of_a_function_is_the_starters_own_when_the_post_has_it_and_else_the_functions()
    {
        var procedure = Procedure() with { Steps = [Procedure()["register"] with { Form = "" }] };
        Matter.Start("x/1", procedure, Registrar, As(Registrar)).Matter.State.Held!.Post.ShouldBe(Registrar);
        Matter.Start("x/1", procedure, Drafter, As(Drafter)).Matter.State.Held!.Post.ShouldBe(Registrar);
    }

    [Fact]
    public void The_first_task_is_due_as_its_step_says()
    {
        var held = Course.Begin().State.Held!;
        (held.DueTime, held.DueExplanation).ShouldBe((Morning.AddDays(2), "两日内办理"));
    }
}
