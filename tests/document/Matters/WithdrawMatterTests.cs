using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class WithdrawMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_sent_it_takes_it_back_once(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await HolderAlone.MayAsync(
            on,
            Office.Clerk,
            async (person, etag, requestId) => (await on.MattersAs(person).WithdrawMatterAsync(new WithdrawMatterRequest { Name = on.Matter, Etag = etag, Reason = "有误。", RequestId = requestId })).Matter,
            onlooker: null);
        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("screen", "posts/clerk"));
        (await on.ProgressAsync())[^1].Changed.ShouldHaveSingleItem().Outcome.ShouldBe(TaskOutcome.Withdrawn);
    }

    [Theory, EveryDatabase]
    public async Task Once_the_next_holder_has_opened_it_it_stays_there(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.MattersAs(Office.OfficeDirector).OpenMatterAsync(new OpenMatterRequest { Name = on.Matter });
        var info = await Refused.ForAsync("ALREADY_OPENED", on.MattersAs(Office.Clerk).WithdrawMatterAsync(new WithdrawMatterRequest { Name = on.Matter, Reason = "有误。" }));
        info.Metadata["holder"].ShouldBe("office-director");
        (await on.GetAsync()).HolderPost.ShouldBe("posts/office-director");
    }

    [Theory, EveryDatabase]
    public async Task Who_did_not_send_it_cannot_take_it_back(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        foreach (var person in new[] { Office.OfficeDirector, Office.Director })
            await Refused.ForAsync("VERB_NOT_ALLOWED", on.MattersAs(person).WithdrawMatterAsync(new WithdrawMatterRequest { Name = on.Matter, Reason = "有误。" }));
    }
}
