using System.Globalization;
using Backoffice.Archive.V1;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using FilingService = Backoffice.Archive.V1.FilingService;
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

        await NothingIsMissingOrDoubledAsync(office, people["clerk"]);
        await InboxesEqualTheWorkAsync(people);
        await EveryDocumentIsFiledOnceAsync(office, people["archivist"]);
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

    private static async Task NothingIsMissingOrDoubledAsync(OfficeUnderFire office, CallInvoker clerk)
    {
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(clerk);
        var register = (await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1000 })).IncomingDocuments;
        register.Select(d => d.Name).Order().ShouldBe(office.Done.Select(d => d.Document).Order());
        register.ShouldAllBe(d => d.State == IncomingDocumentState.Closed);
        register.Select(d => d.RegistrationNumber.Split('〕')[1].TrimEnd('号')).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(1, Documents));

        var matters = new MatterService.MatterServiceClient(clerk);
        foreach (var (_, matter) in office.Done)
        {
            var history = await matters.ListMatterActsAsync(new ListMatterActsRequest { Parent = matter });
            history.SealsHold.ShouldBeTrue();
            history.Acts.Select(a => a.Verb).ShouldBe([Verb.Start, Verb.Agree, Verb.Agree, Verb.Agree, Verb.Agree, Verb.Agree]);
            history.Acts.Select(a => a.Actor.Person).ShouldBe(["people/clerk", "people/clerk", "people/office-director", "people/director", "people/section-chief", "people/clerk"]);
        }
    }

    private static async Task InboxesEqualTheWorkAsync(Dictionary<string, CallInvoker> people)
    {
        foreach (var (person, done) in new[] { ("clerk", 2 * Documents), ("office-director", Documents), ("director", Documents), ("section-chief", Documents) })
        {
            var inbox = new InboxService.InboxServiceClient(people[person]);
            var counts = await Eventually.SameAsync(
                async () => (await inbox.GetInboxCountsAsync(new GetInboxCountsRequest())).Counts, c => c.ToDo == 0 && c.Done == done, TimeSpan.FromSeconds(60));
            counts.Started.ShouldBe(person == "clerk" ? Documents : 0);
        }
    }

    private static async Task EveryDocumentIsFiledOnceAsync(OfficeUnderFire office, CallInvoker archivist)
    {
        var filings = new FilingService.FilingServiceClient(archivist);
        var filed = await Eventually.SameAsync(
            async () => (await filings.ListFilingsAsync(new ListFilingsRequest { PageSize = 1000 })).Filings,
            all => all.Count == Documents && all.All(f => f.State == FilingState.Filed), TimeSpan.FromSeconds(60));
        filed.Select(f => f.Source).Order().ShouldBe(office.Done.Select(d => d.Document).Order());
        var items = (await new ArchiveItemService.ArchiveItemServiceClient(archivist).ListArchiveItemsAsync(new ListArchiveItemsRequest { PageSize = 1000 })).ArchiveItems;
        items.Select(i => i.Source).Order().ShouldBe(filed.Select(f => f.Source).Order());
        foreach (var numbered in items.GroupBy(i => i.ReferenceCode[..^4]))
            numbered.Select(i => i.ReferenceCode[^4..]).Order().ShouldBe(Enumerable.Range(1, numbered.Count()).Select(n => n.ToString("0000", CultureInfo.InvariantCulture)));
    }
}
