using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ExplainMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task It_tells_where_a_matter_is_who_waits_for_whom_why_and_what_may_come_next(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);

        var told = await on.MattersAs(Office.Clerk).ExplainMatterAsync(new ExplainMatterRequest { Name = on.Matter });

        told.Where.ShouldBe("现在在section-chiefsection-chief处办理“承办”，尚未打开。");
        told.Waiting.ShouldBe(["section-chiefsection-chief在等finance-chieffinance-chief的会签意见。"]);
        told.Why.ShouldContain(why => why.EndsWith("director同意。"));
        told.Why.ShouldContain("本环节依据《党政机关公文处理工作条例》第24条(四)，应形成：办理结果。");
        told.Next.ShouldBe(["办毕后转入“办结”。", "也可退回“初审、拟办、批示”。"]);
    }

    [Theory, EveryDatabase]
    public async Task What_readers_and_urging_add_is_no_reason_why_it_is_there(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var why = (await on.MattersAs(Office.Clerk).ExplainMatterAsync(new ExplainMatterRequest { Name = on.Matter })).Why;
        await on.CirculateAsync("people/director");
        await on.MattersAs(Office.Director).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });
        await on.MattersAs(Office.Clerk).UrgeMatterAsync(new UrgeMatterRequest { Name = on.Matter });

        var told = await on.MattersAs(Office.Clerk).ExplainMatterAsync(new ExplainMatterRequest { Name = on.Matter });

        told.Why.ShouldBe(why);
        told.Waiting.ShouldBe(["clerk（发起人）在等office-directoroffice-director，已催办1次。"]);
    }

    [Theory, EveryDatabase]
    public async Task Of_one_that_has_ended_it_tells_how(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "来文单位撤回。" });

        var told = await on.MattersAs(Office.Clerk).ExplainMatterAsync(new ExplainMatterRequest { Name = on.Matter });

        told.Where.ShouldStartWith("收文办理已终止");
        told.Why.ShouldHaveSingleItem().ShouldEndWith("clerk终止：来文单位撤回。");
        (told.Waiting.Count, told.Next.Count).ShouldBe((0, 0));
    }

    [Theory, EveryDatabase]
    public async Task A_hidden_matter_is_not_explained(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Staff).ExplainMatterAsync(new ExplainMatterRequest { Name = on.Matter }));
    }
}
