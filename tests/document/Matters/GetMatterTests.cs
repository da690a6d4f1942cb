using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class GetMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_matter_tells_where_it_is_who_holds_it_and_what_this_caller_may_do(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);

        var matter = await on.GetAsync(Office.Director);

        matter.Subject.ShouldBe(on.Document);
        matter.Title.ShouldBe((await on.GetDocumentAsync()).Title);
        (matter.Procedure, matter.ProcedureVersion, matter.ProcedureTitle).ShouldBe(("incoming", 2, "收文办理"));
        (matter.State, matter.Step, matter.StepTitle, matter.HolderPost).ShouldBe((MatterState.Running, "instruct", "批示", "posts/director"));
        matter.Tasks.ShouldHaveSingleItem().DueExplanation.ShouldNotBeEmpty();
        matter.Starter.Person.ShouldBe("people/clerk");
        matter.NextSteps.ShouldBe(["handle"]);
        matter.ReturnSteps.ShouldBe(["screen", "propose"]);
        matter.AllowedVerbs.ShouldContain(Verb.Return);
        (await on.GetAsync(Office.DeputyDirector)).AllowedVerbs.ShouldBe([Verb.Urge]);
    }

    [Theory, EveryDatabase]
    public async Task The_step_that_has_an_rpc_of_its_own_does_not_offer_bare_agreement(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        (await on.GetAsync()).AllowedVerbs.ShouldNotContain(Verb.Agree);
    }

    [Theory, EveryDatabase]
    public async Task A_hidden_matter_and_a_missing_one_answer_alike(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        var hidden = await Refused.ForAsync("MATTER_NOT_FOUND", () => on.GetAsync(Office.Staff));
        hidden.Metadata["name"].ShouldBe(on.Matter);
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Clerk).GetMatterAsync(new GetMatterRequest { Name = $"matters/{Guid.NewGuid()}" }));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_stands_in_for_a_post_sees_what_was_given_to_it(StoreKind store)
    {
        foreach (var post in new[] { WiderOffice.VacantPost, WiderOffice.DelegatedPost })
        {
            var on = await DocumentUnderway.StartedAsync(suites, store);
            await Refused.ForAsync("MATTER_NOT_FOUND", () => on.GetAsync(Office.FinanceChief));

            await on.MattersAs(Office.Clerk).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = post, Reason = "由其承办。" });

            (await on.GetAsync(Office.FinanceChief)).AllowedVerbs.ShouldContain(Verb.Open);
            var document = await on.GetDocumentAsync(Office.FinanceChief);
            document.Readers.ShouldContain(post);
            var search = new SearchIncomingDocumentsRequest { Query = document.Title.Split(' ')[1] };
            var found = await Eventually.SameAsync(async () => (await on.DocumentsAs(Office.FinanceChief).SearchIncomingDocumentsAsync(search)).Hits, hits => hits.Count > 0);
            found.ShouldHaveSingleItem().IncomingDocument.Name.ShouldBe(on.Document);
        }
    }
}
