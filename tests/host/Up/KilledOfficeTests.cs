using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Host.Tests.Up;

/// <summary>Power cuts at random moments of a working day: nothing accepted is missing, nothing is doubled, and what was interrupted goes on.</summary>
public sealed class KilledOfficeTests
{
    private const int Documents = 145;
    private const int Cuts = 3;

    /// <summary>The moments of the cuts; another seed is another day.</summary>
    private const int Seed = 20261126;

    [Fact]
    public async Task A_thousand_calls_with_power_cuts_leave_every_document_handled_once_and_filed_once()
    {
        await using var installation = new TrialInstallation();
        var moments = Moments();
        var suite = await installation.UpAsync("--demo");
        var people = new Dictionary<string, CallInvoker>();
        foreach (var person in new[] { "clerk", "office-director", "director", "section-chief", "archivist" })
            people.Add(person, await installation.AsAsync(person));
        var office = new OfficeUnderFire(person => people[person], leadPost: "posts/relief-chief");
        var work = Parallel.ForEachAsync(Enumerable.Range(1, Documents), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) => await office.HandleAsync($"断电演练第{i}件"));
        foreach (var moment in moments)
        {
            await Eventually.SameAsync(() => Task.FromResult(office.Accepted), done => done >= moment || work.IsCompleted, TimeSpan.FromSeconds(180));
            await suite.KillAsync();
            suite = await installation.UpAsync("--demo");
        }
        await work;
        office.Accepted.ShouldBe(Documents * OfficeUnderFire.CallsEach);

        await office.RegisterIsWholeAsync(people["clerk"]);
        await EveryActIsThereOnceAsync(office, people["clerk"]);
        await office.InboxesEqualTheWorkAsync(person => people[person], TimeSpan.FromSeconds(60));
        await office.EveryDocumentIsFiledOnceAsync(people["archivist"]);
        // Out of all events since the first the same inboxes and counts are made as stand there after three power cuts.
        var check = await installation.RunAsync("events", "check");
        check.ExitCode.ShouldBe(0, check.All);
        var events = await installation.RunAsync("events", "status");
        events.ExitCode.ShouldBe(0, events.All);
        var doctor = await installation.RunAsync("doctor");
        doctor.ExitCode.ShouldBe(0, doctor.All);
        (await suite.TerminateAsync()).ExitCode.ShouldBe(0);
    }

    private static IReadOnlyList<int> Moments()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Cuts).Select(_ => random.Next(20, Documents * OfficeUnderFire.CallsEach * 9 / 10)).Order()];
    }

    private static async Task EveryActIsThereOnceAsync(OfficeUnderFire office, CallInvoker clerk)
    {
        var matters = new MatterService.MatterServiceClient(clerk);
        foreach (var (_, matter) in office.Done)
        {
            var history = await matters.ListMatterActsAsync(new ListMatterActsRequest { Parent = matter });
            history.SealsHold.ShouldBeTrue();
            history.Acts.Select(a => a.Verb).ShouldBe([Verb.Start, Verb.Agree, Verb.Agree, Verb.Agree, Verb.Agree, Verb.Agree]);
            history.Acts.Select(a => a.Actor.Person).ShouldBe(["people/clerk", "people/clerk", "people/office-director", "people/director", "people/section-chief", "people/clerk"]);
        }
    }
}
