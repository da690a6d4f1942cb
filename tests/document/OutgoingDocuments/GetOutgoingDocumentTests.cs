using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class GetOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_has_or_had_it_reads_it_with_its_text(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
        foreach (var person in (string[])[Office.Staff, Office.SectionChief, Office.OfficeDirector, Office.DeputyDirector])
            (await on.GetAsync(person)).Body.ShouldStartWith("现将有关事项");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_can_tell_it_from_one_that_does_not_exist(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "sign");
        var absent = $"outgoingDocuments/{Guid.NewGuid()}";
        foreach (var name in (string[])[on.Name, absent])
        {
            var info = await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.As(Office.Director).GetOutgoingDocumentAsync(new GetOutgoingDocumentRequest { Name = name }));
            info.Metadata["name"].ShouldBe(name);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_receiver_reads_it_once_it_was_dispatched_and_not_how_it_came_about(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatch");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => on.GetAsync(Office.County));

        await on.DoAsync("dispatch");

        var received = await on.GetAsync(Office.County);
        received.Body.ShouldStartWith("现将有关事项");
        received.DocumentNumber.ShouldNotBeEmpty();
        received.Necessity.ShouldBeEmpty();
        received.Readers.ShouldBeEmpty();
        received.Findings.ShouldBeEmpty();
        received.Matter.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task An_opinion_that_was_asked_and_given_is_no_finding(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.ConcernedOrgans.Add("规划财务科");
        var on = await DraftUnderway.AtAsync(await suites.On(store), "section-review", draft);
        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Posts = { DraftUnderway.PostOf(Office.FinanceChief) } });
        await on.MattersAs(Office.FinanceChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });
        foreach (var step in (string[])["office-review", "sign"])
            await on.DoAsync(step);

        (await on.GetAsync()).Findings.ShouldBeEmpty();
    }
}
