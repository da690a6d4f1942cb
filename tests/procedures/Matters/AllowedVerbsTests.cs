using System.Reflection;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using CsCheck;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;
using Matter = Backoffice.Procedures.Matters.Matter;

namespace Backoffice.Procedures.Tests.Matters;

public sealed class AllowedVerbsTests
{
    // Several posts in one hand, and deputies with and without the right to sign.
    private static readonly DirectorySnapshot Directory = Bureau.Directory(
        also: new Dictionary<string, string> { [Affairs] = Deputy },
        delegations: [Delegation(Director, Finance), Delegation(Chief, Registrar), Delegation(Director, Office, "县政任〔2026〕3号")]);

    private static readonly MethodInfo Copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    [Fact]
    public void A_verb_is_listed_exactly_when_it_is_accepted() =>
        Gen.Select(HistoryTests.Procedure, HistoryTests.Try.Array[1, 40]).Sample(
            run =>
            {
                var course = Course.Begin(run.Item1);
                foreach (var attempt in run.Item2)
                    Accepted(() => course.Do(m => HistoryTests.Attempt(m, attempt)).History);
                foreach (var post in Everybody)
                {
                    var deed = As(post, "因故", Directory);
                    var allowed = course.Matter.AllowedVerbs(deed);
                    foreach (var (verb, act) in Tries(course.State, course.Matter))
                        Accepted(() => act((Matter)Copy.Invoke(course.Matter, null)!, deed)).ShouldBe(allowed.Contains(verb), $"{verb} by {post} at {course.State.Step}");
                }
            },
            iter: 300);

    [Fact]
    public void A_signer_a_holder_and_a_bystander_see_different_buttons()
    {
        var matter = Course.Countersigning(CountersignMode.All, 0, Finance).Open(Chief).Matter;
        matter.AllowedVerbs(As(Finance)).ShouldBe([Verb.Open, Verb.Agree, Verb.Disagree, Verb.Transfer, Verb.Urge]);
        matter.AllowedVerbs(As(Chief)).ShouldBe([Verb.Disagree, Verb.Return, Verb.Withdraw, Verb.Transfer, Verb.Delegate, Verb.AddSigner, Verb.RemoveSigner, Verb.Circulate, Verb.Copy, Verb.Urge, Verb.Terminate]);
        matter.AllowedVerbs(As(Drafter)).ShouldBe([Verb.Circulate, Verb.Copy, Verb.Urge, Verb.Terminate]);
        matter.AllowedVerbs(As(Deputy)).ShouldBe([Verb.Urge]);
    }

    /// <summary>Each verb with arguments that fit, so that only the verb itself can be refused.</summary>
    private static IEnumerable<(Verb Verb, Func<Matter, Deed, IReadOnlyList<Done>> Act)> Tries(Backoffice.Procedures.Matters.MatterState state, Matter matter)
    {
        List<string> asked = [.. state.Tasks.Where(t => t.IsOpen && t.Kind != TaskKind.Act).Select(t => t.Post), .. state.Round?.Waiting ?? [], .. state.ToFollow];
        var free = Everybody.Except(asked).FirstOrDefault(p => p != state.Held?.Post);
        var assignee = matter.IsRunning && matter.Present.Next is [var next, ..] && matter.Procedure[next].Duty.Kind == DutyKind.Chosen ? Finance : "";
        yield return (Verb.Agree, (m, d) => m.Agree(d, new Onward("", assignee, [])));
        yield return (Verb.Disagree, (m, d) => m.Disagree(d));
        yield return (Verb.Return, (m, d) => m.Return(d, "", false));
        yield return (Verb.Withdraw, (m, d) => m.Withdraw(d));
        yield return (Verb.Open, (m, d) => m.Open(d));
        yield return (Verb.Urge, (m, d) => m.Urge(d));
        yield return (Verb.Terminate, (m, d) => m.Terminate(d));
        yield return (Verb.RemoveSigner, (m, d) => m.RemoveSigner(d, asked.FirstOrDefault("posts/nowhere")));
        if (free is null)
            yield break;
        yield return (Verb.Transfer, (m, d) => m.Transfer(d, free));
        yield return (Verb.Delegate, (m, d) => m.Delegate(d, free));
        yield return (Verb.AddSigner, (m, d) => m.AddSigner(d, [free], false));
    }

    private static bool Accepted<T>(Func<IReadOnlyList<T>> act)
    {
        try
        {
            return act().Count > 0;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
