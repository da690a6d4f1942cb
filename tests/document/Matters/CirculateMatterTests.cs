using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class CirculateMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Readers_are_served_once_and_find_the_document(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.OfficeDirector, async (person, etag, requestId) => (await on.MattersAs(person).CirculateMatterAsync(
            new CirculateMatterRequest { Name = on.Matter, Etag = etag, Readers = { Readers("people/section-chief", "posts/finance-chief") }, RequestId = requestId })).Matter);

        (await on.GetDocumentAsync(Office.SectionChief)).Name.ShouldBe(on.Document);
        (await on.GetDocumentAsync(Office.FinanceChief)).Name.ShouldBe(on.Document);
        (await on.ProgressAsync())[^1].Assigned.Select(t => (t.Kind, t.Person + t.Post)).ShouldBe([(TaskKind.Read, "people/section-chief"), (TaskKind.Read, "posts/finance-chief")]);
    }

    [Theory, EveryDatabase]
    public async Task Who_has_it_already_is_passed_over_and_the_holder_decides_on_undisturbed(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var etag = (await on.GetAsync()).Etag;
        await on.CirculateAsync("people/section-chief", "people/section-chief");
        await on.CirculateAsync("people/section-chief", "people/finance-chief");

        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter });
        ledger.Readings.Select(r => r.Task.Person).ShouldBe(["people/section-chief", "people/finance-chief"]);
        ledger.ServedCount.ShouldBe(2);
        var proposal = on.Proposal();
        proposal.MatterEtag = etag;
        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(proposal);
    }

    [Theory, EveryDatabase]
    public async Task Three_hundred_readers_are_served_in_one_circulation_and_the_counts_equal_the_ledger(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync([.. WiderOffice.Crowd, "people/director"]);
        await on.MattersAs(Office.Director).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });

        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter, PageSize = 1000 });

        ledger.Readings.Select(r => r.Task.Person).ShouldBe([.. WiderOffice.Crowd, "people/director"]);
        ledger.Readings.Select(r => r.Task.Number).ShouldBeUnique();
        ledger.ServedCount.ShouldBe(301);
        ledger.OpenedCount.ShouldBe(ledger.Readings.Count(r => r.Task.OpenTime is not null));
        ledger.ReadCount.ShouldBe(ledger.Readings.Count(r => r.Task.EndTime is not null));
        // The ledger is apart: the matter itself stays small.
        (await on.GetAsync()).Tasks.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task A_reader_who_is_not_in_the_directory_is_refused_and_nobody_is_served(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var info = await Refused.ForAsync("UNKNOWN_READER", () => on.CirculateAsync("people/director", "people/nobody"));
        info.Metadata["reader"].ShouldBe("people/nobody");
        (await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter })).ServedCount.ShouldBe(0);
    }

    private static IEnumerable<Assignee> Readers(params IEnumerable<string> names) => names.Select(DocumentUnderway.Reader);
}
