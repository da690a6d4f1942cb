using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Verbs;

public sealed class TerminateTests
{
    [Theory]
    [InlineData(Drafter)]
    [InlineData(Chief)]
    public void Starter_and_holder_end_it_with_a_reason(string post)
    {
        var course = Course.Countersigning(CountersignMode.All, 0, Finance).Do(m => m.Terminate(As(post, "重复")));
        course.Matter.Status.ShouldBe(Backoffice.Procedures.V1.MatterState.Terminated);
        course.History[^1].Changed.Select(t => (t.Post, t.Outcome)).ShouldBe([(Chief, TaskOutcome.Terminated), (Finance, TaskOutcome.Cancelled)]);
        (course.Last.Step, course.Last.ToStep, course.Last.ActorPost).ShouldBe(("countersign", "", post));
    }

    [Fact]
    public void It_needs_a_reason() =>
        Course.Begin().Refuses("REASON_REQUIRED", m => m.Terminate(As(Drafter)));

    [Fact]
    public void An_ended_matter_refuses_every_verb()
    {
        var course = Course.Begin().Agree(Drafter).Do(m => m.Terminate(As(Drafter, "重复")));
        foreach (var verb in HolderVerbs.All.Append(m => m.Terminate(As(Drafter, "因故"))).Append(m => m.Urge(As(Drafter))).Append(m => m.Open(As(Chief))).Append(m => m.Withdraw(As(Drafter))))
            course.Refuses("MATTER_ENDED", verb);
        course.Matter.AllowedVerbs(As(Drafter)).ShouldBeEmpty();
    }

    [Fact]
    public void The_wrong_person_is_told_whose_it_is_whatever_the_verb()
    {
        var course = Course.Begin().Agree(Drafter).Agree(Chief, "office");
        foreach (var verb in HolderVerbs.All)
            course.Refuses("NOT_THE_HOLDER", verb);
    }

    /// <summary>Verbs of a holder, each tried by the chief.</summary>
    private static class HolderVerbs
    {
        public static IReadOnlyList<Func<Matter, IReadOnlyList<Done>>> All { get; } =
        [
            m => m.Agree(As(Chief), Onward.Ordinary), m => m.Agree(As(Chief) with { Form = "RegisterOutgoingDocument" }, Onward.Ordinary), m => m.Disagree(As(Chief, "因故")),
            m => m.Return(As(Chief, "因故"), "", false), m => m.Transfer(As(Chief, "因故"), Finance), m => m.Delegate(As(Chief), Finance), m => m.AddSigner(As(Chief), [Finance], false),
            m => m.RemoveSigner(As(Chief), Finance), m => m.Terminate(As(Chief, "因故")), m => m.Circulate(As(Chief), TaskKind.Read, [Finance], new HashSet<string>(), false).Done,
            m => m.Circulate(As(Chief), TaskKind.Copy, [Finance], new HashSet<string>(), false).Done,
        ];
    }
}
