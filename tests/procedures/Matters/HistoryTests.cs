using System.Text.Json;
using Backoffice.Platform.Errors;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using CsCheck;
using Shouldly;
using Xunit;
using Matter = Backoffice.Procedures.Matters.Matter;
using MatterState = Backoffice.Procedures.V1.MatterState;

namespace Backoffice.Procedures.Tests.Matters;

/// <summary>What holds after any history: whatever is tried by whomever, in whatever order.</summary>
public sealed class HistoryTests
{
    internal static readonly Gen<(int Verb, int Who, int Whom, bool Flag)> Try = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 7], Gen.Int[0, 7], Gen.Bool);

    // Signers of the countersigning refuse, are asked again and no longer; its holder is the chief.
    private static readonly Gen<(int Verb, int Who, int Whom, bool Flag)> TryOfRounds = Gen.OneOf(
        Gen.Select(Gen.Const(3), Gen.Int[2, 5], Gen.Const(0), Gen.Const(false)), Gen.Select(Gen.Const(0), Gen.Int[1, 5], Gen.Const(0), Gen.Const(false)),
        Gen.Select(Gen.Const(8), Gen.Const(1), Gen.Int[2, 5], Gen.Const(false)), Gen.Select(Gen.Const(9), Gen.Const(1), Gen.Int[2, 5], Gen.Const(false)),
        Gen.Select(Gen.Const(6), Gen.Int[2, 5], Gen.Int[2, 5], Gen.Const(false)));

    internal static readonly Gen<ProcedureDefinition> Procedure = Gen.OneOf(
        Gen.Const(Bureau.Procedure()), Gen.Const(Bureau.Procedure(CountersignMode.Any)),
        Gen.Const(Bureau.Procedure(CountersignMode.Quorum, 2)), Gen.Const(Bureau.Procedure(CountersignMode.InOrder)));

    [Fact]
    public void At_every_moment_exactly_one_post_is_accountable_and_the_acts_prove_the_state() =>
        Gen.Select(Procedure, Try.Array[1, 60]).Sample(
            run =>
            {
                var course = Course.Begin(run.Item1);
                foreach (var attempt in run.Item2)
                {
                    var (before, acts) = (course.Matter.StateJson, course.History.Count);
                    try
                    {
                        course.Do(m => Attempt(m, attempt));
                    }
                    catch (Refusal)
                    {
                        course.Matter.StateJson.ShouldBe(before);
                        course.History.Count.ShouldBe(acts);
                    }
                    Check(course);
                }
            },
            iter: 1000);

    [Fact]
    public void A_refusal_ends_by_an_answer_to_asking_again_or_with_the_step_and_by_nothing_else() =>
        Gen.Select(Procedure, TryOfRounds.Array[1, 60]).Sample(
            run =>
            {
                var course = Course.Countersigning(run.Item1.Steps[2].Signers!.Mode, run.Item1.Steps[2].Signers!.Quorum, Bureau.Finance, Bureau.Affairs, Bureau.Deputy);
                foreach (var attempt in run.Item2)
                {
                    var (before, acts) = (course.State, course.History.Count);
                    try
                    {
                        course.Do(m => Attempt(m, attempt));
                    }
                    catch (Refusal)
                    {
                        continue;
                    }
                    if (course.History.Skip(acts).SelectMany(d => d.Act.ReadChanges()).Any(c => c is StepEntered or MatterEnded))
                        return;
                    var answered = course.History[acts].Act;
                    var asked = before.Tasks.Find(t => t.Number == answered.Task);
                    var lifted = before.Signers.Where(t => t.Outcome == TaskOutcome.Disagreed).Where(t => course.State.Tasks.Find(n => n.Number == t.Number)?.Outcome != TaskOutcome.Disagreed).ToList();
                    lifted.ShouldAllBe(t => asked!.Again == t.Number && (answered.Verb == Verb.Agree || answered.Verb == Verb.Disagree));
                }
            },
            iter: 2000);

    [Fact]
    public void An_act_that_is_changed_removed_or_moved_breaks_the_seals()
    {
        var course = Course.Begin().ToSigning();
        var acts = course.History.Select(d => d.Act).ToList();
        SealCheck.Holds(course.Matter, acts).ShouldBeTrue();
        SealCheck.Holds(course.Matter, acts.SkipLast(1)).ShouldBeFalse();
        SealCheck.Holds(course.Matter, acts.Skip(1)).ShouldBeFalse();
        SealCheck.Holds(course.Matter, [acts[1], acts[0], .. acts.Skip(2)]).ShouldBeFalse();
        foreach (var forged in Forgeries(acts[2]))
            SealCheck.Holds(course.Matter, [.. acts.Take(2), forged, .. acts.Skip(3)]).ShouldBeFalse();
    }

    private static void Check(Course course)
    {
        var state = course.State;
        state.Tasks.Count(t => t is { Kind: TaskKind.Act, IsOpen: true }).ShouldBe(state.Status == MatterState.Running ? 1 : 0);
        state.Tasks.Where(t => t.IsOpen).Select(t => t.Post).Distinct().Count().ShouldBe(state.Tasks.Count(t => t.IsOpen), "one post has two tasks of one matter");
        if (state.Status != MatterState.Running)
            state.Tasks.ShouldBeEmpty();
        var acts = course.History.Select(d => d.Act).ToList();
        SealCheck.Holds(course.Matter, acts).ShouldBeTrue();
        JsonSerializer.Serialize(SealCheck.Fold(acts)).ShouldBe(course.Matter.StateJson);
        // What inboxes are told, applied in order, gives the same open tasks.
        var told = new Dictionary<int, MatterTask>();
        foreach (var task in course.History.SelectMany(d => d.Changed.Concat(d.Assigned)))
            told[task.Number] = task;
        told.Values.Where(t => t.IsOpen).OrderBy(t => t.Number).ShouldBe(state.Tasks.Where(t => t.IsOpen).OrderBy(t => t.Number));
    }

    internal static IReadOnlyList<Done> Attempt(Matter matter, (int Verb, int Who, int Whom, bool Flag) attempt)
    {
        var deed = Bureau.As(Bureau.Everybody[attempt.Who], "因故");
        var whom = Bureau.Everybody[attempt.Whom];
        return attempt.Verb switch
        {
            0 => matter.Agree(deed with { Form = attempt.Flag ? "RegisterOutgoingDocument" : "" }, Onward.Ordinary),
            1 => matter.Agree(deed, new Onward("", whom, [])),
            2 => matter.Agree(deed, new Onward("", "", [whom, Bureau.Everybody[(attempt.Whom + 3) % 8], Bureau.Everybody[(attempt.Whom + 5) % 8]])),
            3 => matter.Disagree(deed),
            4 => matter.Return(deed, "", attempt.Flag),
            5 => matter.Withdraw(deed),
            6 => matter.Transfer(deed, whom),
            7 => matter.Delegate(deed, whom),
            8 => matter.AddSigner(deed, [whom], attempt.Flag),
            9 => matter.RemoveSigner(deed, whom),
            10 => attempt.Flag ? matter.Urge(deed) : matter.Open(deed),
            // Rare, or no history would get far.
            _ => attempt is { Who: 0, Whom: 0 } ? matter.Terminate(deed) : matter.Open(deed),
        };
    }

    private static IEnumerable<ActRow> Forgeries(ActRow act)
    {
        yield return Copy(act, opinion: act.Opinion + "不");
        yield return Copy(act, person: "people/somebody");
        yield return Copy(act, seen: "feed");
        yield return Copy(act, time: act.Time.AddTicks(1));
    }

    private static ActRow Copy(ActRow act, string? opinion = null, string? person = null, string? seen = null, DateTimeOffset? time = null)
    {
        var forged = new ActRow
        {
            MatterId = act.MatterId,
            Number = act.Number,
            Verb = act.Verb,
            ActorPerson = person ?? act.ActorPerson,
            ActorName = act.ActorName,
            ActorPost = act.ActorPost,
            OnBehalfOf = act.OnBehalfOf,
            Time = time ?? act.Time,
            Step = act.Step,
            ToStep = act.ToStep,
            Task = act.Task,
            Opinion = opinion ?? act.Opinion,
            OpinionForm = act.OpinionForm,
            SeenSha256 = seen ?? act.SeenSha256,
            Targets = act.Targets,
            Changes = act.Changes,
        };
        // The forger seals it anew; the acts behind it still bear the old seal.
        forged.SealTo(act.SealOn(""));
        return forged;
    }
}
