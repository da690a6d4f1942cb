using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ListMattersTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task All_matters_of_a_document_are_listed_newest_first_page_by_page(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        List<string> started = [on.Matter];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = started[^1], Reason = "重新办理。" });
            started.Add((await on.HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = on.Document })).Matter.Name);
        }

        var first = await on.MattersAs(Office.Director).ListMattersAsync(new ListMattersRequest { Subject = on.Document, PageSize = 2 });
        var second = await on.MattersAs(Office.Director).ListMattersAsync(new ListMattersRequest { Subject = on.Document, PageSize = 2, PageToken = first.NextPageToken });

        second.NextPageToken.ShouldBeEmpty();
        first.Matters.Concat(second.Matters).Select(m => m.Name).ShouldBe(Enumerable.Reverse(started));
        first.Matters.Concat(second.Matters).Select(m => m.State).ShouldBe([MatterState.Running, MatterState.Terminated, MatterState.Terminated]);
    }

    [Theory, EveryDatabase]
    public async Task A_document_that_was_never_under_way_has_none(StoreKind store)
    {
        var on = await DocumentUnderway.RegisteredAsync(suites, store);
        (await on.MattersAs(Office.Clerk).ListMattersAsync(new ListMattersRequest { Subject = on.Document })).Matters.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Matters_of_a_hidden_document_are_not_listed(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", on.MattersAs(Office.Staff).ListMattersAsync(new ListMattersRequest { Subject = on.Document }));
    }
}
