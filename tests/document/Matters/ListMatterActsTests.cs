using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ListMatterActsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Everything_done_is_listed_oldest_first_page_by_page_and_its_seals_hold(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);

        var first = await on.MattersAs(Office.Director).ListMatterActsAsync(new ListMatterActsRequest { Parent = on.Matter, PageSize = 3 });
        var second = await on.MattersAs(Office.Director).ListMatterActsAsync(new ListMatterActsRequest { Parent = on.Matter, PageSize = 3, PageToken = first.NextPageToken });

        var acts = first.Acts.Concat(second.Acts).ToList();
        acts.Select(a => a.Number).ShouldBe([1, 2, 3, 4]);
        acts.Select(a => a.Verb).ShouldBe([Verb.Start, Verb.Agree, Verb.Agree, Verb.Agree]);
        acts.Select(a => a.Actor.Person).ShouldBe(["people/clerk", "people/clerk", "people/office-director", "people/director"]);
        acts.Select(a => a.ToStep).ShouldBe(["screen", "propose", "instruct", "handle"]);
        acts[2].Opinion.ShouldBe("拟请局长阅示，由社会救助科主办。");
        acts[3].OpinionForm.ShouldBe(OpinionForm.Circled);
        acts[3].Targets.ShouldBe(["posts/finance-chief", "posts/section-chief"]);
        (first.SealsHold, second.SealsHold).ShouldBe((true, true));
    }

    [Theory, EveryDatabase]
    public async Task An_opinion_on_what_was_changed_since_is_superseded(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        var document = await on.GetDocumentAsync();
        document.Body = "更正后的正文。";
        await on.DocumentsAs(Office.Clerk).UpdateIncomingDocumentAsync(new UpdateIncomingDocumentRequest { IncomingDocument = document, UpdateMask = new() { Paths = { "body" } } });

        (await on.ActsAsync()).Select(a => a.Superseded).ShouldBe([false, true, true]);
    }

    [Theory, EveryDatabase]
    public async Task A_history_that_somebody_altered_in_the_store_does_not_hold(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await using var scope = (await suites.On(store)).Services("document").CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ServiceDb>().Database;
        var matter = Guid.Parse(on.Matter.Split('/')[1]);
        (await database.ExecuteSqlAsync($"UPDATE matter_acts SET actor_name = 'somebody else' WHERE matter_id = {matter} AND number = 1")).ShouldBe(1);

        (await on.MattersAs(Office.Clerk).ListMatterActsAsync(new ListMatterActsRequest { Parent = on.Matter })).SealsHold.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task The_history_of_a_hidden_matter_is_not_found(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Staff).ListMatterActsAsync(new ListMatterActsRequest { Parent = on.Matter }));
    }
}
