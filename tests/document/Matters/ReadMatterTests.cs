using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ReadMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_reader_has_read_it_once_with_a_note(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync("people/section-chief");
        await HolderAlone.MayAsync(
            on,
            Office.SectionChief,
            async (person, etag, requestId) => (await on.MattersAs(person).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter, Etag = etag, Opinion = "已阅。", RequestId = requestId })).Matter,
            onlooker: null);
        var reading = (await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter })).Readings.ShouldHaveSingleItem();
        (reading.Note, reading.Task.Actor.Person, reading.Task.Outcome).ShouldBe(("已阅。", "people/section-chief", TaskOutcome.Read));
        reading.Task.OpenTime.ShouldBe(reading.Task.EndTime);
        (await on.ProgressAsync())[^1].Changed.ShouldHaveSingleItem().ShouldBe(reading.Task);
    }

    // Rulebook case 57.
    [Theory, EveryDatabase]
    public async Task Who_was_not_served_has_nothing_to_read_and_who_is_not_on_the_list_finds_nothing(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync("people/section-chief");
        await Refused.ForAsync("VERB_NOT_ALLOWED", on.MattersAs(Office.Director).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter }));
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.FinanceChief).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter }));
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", () => on.GetDocumentAsync(Office.FinanceChief));
    }

    [Theory, EveryDatabase]
    public async Task A_deputy_reads_for_the_post_that_was_served(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync(WiderOffice.VacantPost);

        await on.MattersAs(Office.FinanceChief).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });

        var actor = (await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter })).Readings.ShouldHaveSingleItem().Task.Actor;
        (actor.Person, actor.OnBehalfOf).ShouldBe(("people/finance-chief", WiderOffice.VacantPost));
    }

    [Theory, EveryDatabase]
    public async Task Reading_an_ended_matter_leaves_the_one_that_runs_alone(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync("people/director");
        await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "重新办理。" });
        var running = (await on.HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = on.Document })).IncomingDocument;

        await on.MattersAs(Office.Director).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });

        (await on.GetDocumentAsync()).ShouldBe(running);
    }
}
