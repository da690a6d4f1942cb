using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class DelegateMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_delegates_once_and_stays_accountable(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.OfficeDirector, async (person, etag, requestId) => (await on.MattersAs(person).DelegateMatterAsync(
            new DelegateMatterRequest { Name = on.Matter, Etag = etag, Post = "posts/section-chief", Note = "请代拟。", RequestId = requestId })).Matter);

        var matter = await on.GetAsync(Office.SectionChief);
        matter.HolderPost.ShouldBe("posts/office-director");
        matter.Tasks.Select(t => (t.Kind, t.Post)).ShouldBe([(TaskKind.Act, "posts/office-director"), (TaskKind.Assist, "posts/section-chief")]);
    }

    [Theory, EveryDatabase]
    public async Task The_holder_waits_for_the_delegate_and_delegates_to_nobody_else_meanwhile(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.MattersAs(Office.OfficeDirector).DelegateMatterAsync(new DelegateMatterRequest { Name = on.Matter, Post = "posts/section-chief" });
        await Refused.ForAsync("WAITING_FOR_OTHERS", on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal()));
        await Refused.ForAsync("WAITING_FOR_OTHERS", on.MattersAs(Office.OfficeDirector).DelegateMatterAsync(new DelegateMatterRequest { Name = on.Matter, Post = "posts/finance-chief" }));

        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = "已拟好。" });

        (await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal())).Matter.Step.ShouldBe("instruct");
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_delegated_to_another_organ_or_to_nobody(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        foreach (var post in new[] { "posts/nowhere", "posts/county", "posts/office-director" })
            await Refused.ForAsync("UNKNOWN_ASSIGNEE", on.MattersAs(Office.OfficeDirector).DelegateMatterAsync(new DelegateMatterRequest { Name = on.Matter, Post = post }));
    }
}
