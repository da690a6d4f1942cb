using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using CsCheck;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class InboxProjectionTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly Gen<string> AnyName = Gen.Int[0, 2].Select(i => Names[i]);

    /// <summary>What one act does: who acts in which matter, what kind of task it gives to whom, and which open task it ends and how.</summary>
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 2], AnyName, Gen.Int[0, 3], AnyName, Gen.Enum<TaskKind>(), Gen.Enum<TaskOutcome>(), Gen.Bool,
        (matter, actor, given, to, kind, outcome, inPerson) => new Step(matter, actor, given, to, kind, outcome, inPerson));

    [Theory, EveryDatabase]
    public async Task Whatever_happens_the_counts_are_those_of_the_rows_and_the_same_events_make_the_same_rows(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        await AnyStep.Array[1, 30].SampleAsync(async steps =>
        {
            await InboxRows.ForgetAsync(suite);
            var acts = Acts(steps);
            await office.HappenAsync([.. acts]);
            var (entries, matters, counts) = (await InboxRows.EntriesAsync(suite), await InboxRows.MattersAsync(suite), await InboxRows.CountsAsync(suite));
            counts.ShouldBe(await InboxRows.RecountAsync(suite));

            // Heard again the last act changes nothing; heard again from zero all of them make the same.
            await office.HappenAsync(acts[^1]);
            (await InboxRows.EntriesAsync(suite)).ShouldBe(entries);
            (await InboxRows.CountsAsync(suite)).ShouldBe(counts);
            await InboxRows.ForgetAsync(suite);
            await office.HappenAsync([.. acts]);
            (await InboxRows.EntriesAsync(suite)).ShouldBe(entries);
            (await InboxRows.MattersAsync(suite)).ShouldBe(matters);
            (await InboxRows.CountsAsync(suite)).ShouldBe(counts);
        }, iter: 12, threads: 1);
    }

    private static List<Progress> Acts(Step[] steps)
    {
        var stories = Names.Select(n => new Story(Actor(n), InboxOffice.Now)).ToArray();
        var open = Names.Select(_ => new Queue<Procedures.V1.Task>()).ToArray();
        return [.. steps.Select(step =>
        {
            var (story, waiting) = (stories[step.Matter], open[step.Matter]);
            var ended = waiting.TryDequeue(out var first) ? [story.Ended(first, step.Outcome, Actor(step.Actor))] : Array.Empty<Procedures.V1.Task>();
            var given = Enumerable.Range(0, step.Given).Select(_ =>
                step.InPerson ? story.Task(step.Kind, person: $"people/{step.To}") : story.Task(step.Kind, $"posts/{step.To}")).ToList();
            given.ForEach(waiting.Enqueue);
            return story.Act(Actor(step.Actor), given, ended);
        })];
    }

    private static Actor Actor(string name) => new() { Person = $"people/{name}", Post = $"posts/{name}" };

    private sealed record Step(int Matter, string Actor, int Given, string To, TaskKind Kind, TaskOutcome Outcome, bool InPerson);
}
