using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Dispatches;

public sealed class SignForDispatchTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_receiver_signs_once_with_name_and_time(StoreKind store)
    {
        var suite = await suites.On(store);
        var (on, dispatch) = await DispatchedAsync(suite);
        var request = new SignForDispatchRequest { Name = dispatch.Name, RequestId = Guid.NewGuid().ToString() };

        var answer = await on.DispatchesAs(Office.County).SignForDispatchAsync(request);

        answer.Dispatch.SignForPerson.ShouldBe("people/county");
        answer.Dispatch.SignForTime.ShouldNotBeNull();
        (await on.DispatchesAs(Office.County).SignForDispatchAsync(request)).ShouldBe(answer);
        // Signed for again, the first signature stands.
        (await on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = dispatch.Name })).ShouldBe(answer);
        var told = (await suite.EventsAsync<DispatchSignedFor>("document")).Where(e => e.Dispatch == dispatch.Name).ShouldHaveSingleItem();
        (told.Unit, told.SignForTime).ShouldBe((Office.CountyUnit, answer.Dispatch.SignForTime));
    }

    [Theory, EveryDatabase]
    public async Task What_was_not_sent_to_the_callers_unit_is_not_found(StoreKind store)
    {
        var (on, dispatch) = await DispatchedAsync(await suites.On(store));
        var other = $"outgoingDocuments/{Guid.NewGuid()}/dispatches/{dispatch.Name.Split('/')[3]}";
        var absent = $"{on.Name}/dispatches/{Guid.NewGuid()}";
        foreach (var (person, name) in new[] { (Office.Clerk, dispatch.Name), (Office.County, other), (Office.County, absent) })
            (await Refused.ForAsync("DISPATCH_NOT_FOUND", on.DispatchesAs(person).SignForDispatchAsync(new SignForDispatchRequest { Name = name }))).Metadata["name"].ShouldBe(name);
        await Refused.ForAsync("PERMISSION_DENIED", on.DispatchesAs(Office.Staff).SignForDispatchAsync(new SignForDispatchRequest { Name = dispatch.Name }));
    }

    private static async Task<(DraftUnderway On, Dispatch Dispatch)> DispatchedAsync(Suite suite)
    {
        var on = await DraftUnderway.AtAsync(suite, "dispatch");
        var answer = await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching());
        return (on, answer.Dispatches.Single());
    }
}
