using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class UrgeMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_the_matter_waits_for_is_urged_and_a_repeat_urges_once(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        var before = await on.GetAsync();
        var request = new UrgeMatterRequest { Name = on.Matter, Note = "请抓紧会签。", RequestId = Guid.NewGuid().ToString() };

        var urged = (await on.MattersAs(Office.Clerk).UrgeMatterAsync(request)).Matter;
        (await on.MattersAs(Office.Clerk).UrgeMatterAsync(request)).Matter.ShouldBe(urged);

        urged.Tasks.Select(t => (t.Post, t.UrgeCount)).ShouldBe([("posts/section-chief", 0), ("posts/finance-chief", 1)]);
        urged.Etag.ShouldBe(before.Etag);
        var act = (await on.ActsAsync())[^1];
        (act.Verb, act.Opinion, act.Number).ShouldBe((Verb.Urge, "请抓紧会签。", 5));
        act.Targets.ShouldBe(["posts/finance-chief"]);
    }

    [Theory, EveryDatabase]
    public async Task Where_nobody_else_is_asked_the_holder_is_urged(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        (await on.MattersAs(Office.Clerk).UrgeMatterAsync(new UrgeMatterRequest { Name = on.Matter })).Matter.Tasks.ShouldHaveSingleItem().UrgeCount.ShouldBe(1);
        (await on.MattersAs(Office.Director).UrgeMatterAsync(new UrgeMatterRequest { Name = on.Matter })).Matter.Tasks.ShouldHaveSingleItem().UrgeCount.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_urged_by_a_stranger_or_about_what_has_ended(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Staff).UrgeMatterAsync(new UrgeMatterRequest { Name = on.Matter }));
        await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "来文单位撤回。" });
        await Refused.ForAsync("MATTER_ENDED", on.MattersAs(Office.Clerk).UrgeMatterAsync(new UrgeMatterRequest { Name = on.Matter }));
    }
}
