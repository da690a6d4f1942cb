using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class ListSealApplicationsTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task An_application_that_was_ended_may_be_made_anew_and_both_are_listed(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        await house.MattersAs(Office.SectionChief).TerminateMatterAsync(new TerminateMatterRequest { Name = applied.Matter, Reason = "不必用印" });
        var again = (await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(applied.On.Name))).SealApplication;

        var (listed, request) = (new List<SealApplication>(), new ListSealApplicationsRequest { Parent = applied.On.Name, PageSize = 1 });
        do
        {
            var page = await house.SealingAs(DraftUnderway.Drafter).ListSealApplicationsAsync(request);
            listed.AddRange(page.SealApplications);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.Select(a => (a.Name, a.State)).ShouldBe([(again.Name, SealApplicationState.InProgress), (applied.Name, SealApplicationState.Ended)]);
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", house.SealingAs(DraftUnderway.Outsider).ListSealApplicationsAsync(new ListSealApplicationsRequest { Parent = applied.On.Name }));
    }
}
