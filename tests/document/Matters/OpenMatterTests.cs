using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class OpenMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Opening_is_recorded_once_however_often_it_is_opened(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var before = await on.GetAsync();

        var opened = (await on.MattersAs(Office.OfficeDirector).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter })).Matter;
        var again = (await on.MattersAs(Office.OfficeDirector).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter })).Matter;

        opened.Tasks.ShouldHaveSingleItem().OpenTime.ShouldNotBeNull();
        again.ShouldBe(opened);
        // Whoever read the matter before may still decide on it.
        opened.Etag.ShouldBe(before.Etag);
        (await on.ActsAsync()).Select(a => a.Verb).ShouldBe([Verb.Start, Verb.Agree, Verb.Open]);
        (await on.ProgressAsync())[^1].Changed.ShouldHaveSingleItem().OpenTime.ShouldBe(opened.Tasks[0].OpenTime);
    }

    [Theory, EveryDatabase]
    public async Task An_onlooker_opens_nothing_and_a_stranger_does_not_find_it(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        (await on.MattersAs(Office.Director).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter })).Matter.Tasks[0].OpenTime.ShouldBeNull();
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Staff).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter }));
        (await on.ActsAsync()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_deputy_opens_in_the_name_of_both(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await on.MattersAs(Office.Clerk).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = WiderOffice.DelegatedPost, Reason = "由其承办。" });

        await on.MattersAs(Office.FinanceChief).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter });

        var actor = (await on.ActsAsync())[^1].Actor;
        (actor.Person, actor.Post, actor.OnBehalfOf).ShouldBe(("people/finance-chief", "posts/finance-chief", WiderOffice.DelegatedPost));
    }

    [Theory, EveryDatabase]
    public async Task A_reader_opens_the_own_line_of_the_ledger_only(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync("people/director", "people/section-chief");

        await on.MattersAs(Office.Director).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter });

        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter });
        (ledger.ServedCount, ledger.OpenedCount, ledger.ReadCount).ShouldBe((2, 1, 0));
        ledger.Readings.Single(r => r.Task.OpenTime is not null).Task.Person.ShouldBe("people/director");
    }
}
