using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Matters;

public sealed class ExplanationTests
{
    private static readonly DateTimeOffset Now = Morning.ToOffset(TimeSpan.FromHours(8));

    [Fact]
    public void A_task_not_yet_opened()
    {
        var said = Of(Course.Begin().Agree(Drafter));
        said.Where.ShouldBe("现在在救助科科长李二处办理“审核”，尚未打开。");
        said.Waiting.ShouldBe(["陈一（发起人）在等救助科科长李二。"]);
        said.Why.ShouldBe(["3月2日09:00，陈一同意。", "本环节依据《党政机关公文处理工作条例》第20条，应形成：意见。", "两日内办理。"]);
        said.Next.ShouldBe(["办毕后转入“会签、核稿”之一。", "也可退回“拟稿”。"]);
    }

    [Fact]
    public void A_task_opened_urged_and_overdue()
    {
        var said = Of(Course.Begin().Agree(Drafter).Open(Chief).Do(m => m.Urge(As(Drafter, "请尽快"))), at: Now.AddDays(3));
        said.Where.ShouldBe("现在在救助科科长李二处办理“审核”，已于3月2日09:00打开。");
        said.Waiting.ShouldBe(["陈一（发起人）在等救助科科长李二，已催办1次。"]);
        said.Why.ShouldBe(["3月2日09:00，陈一催办：请尽快。", "本环节依据《党政机关公文处理工作条例》第20条，应形成：意见。", "两日内办理。", "已超过办理时限（3月4日09:00）。"]);
    }

    [Fact]
    public void Signers_in_order_a_delegate_and_those_who_follow()
    {
        var course = Course.Countersigning(CountersignMode.InOrder, 0, Finance, Affairs).Do(m => m.Delegate(As(Chief), Deputy)).AddSigner(Chief, true, Registrar);
        Of(course).Waiting.ShouldBe(
        [
            "救助科科长李二在等财务科科长张三的会签意见。", "救助科科长李二在等副局长钱六办理受委派事项。",
            "之后还要征求事务科科长王四的意见。", "之后还要征求机要员周八的意见。",
        ]);
    }

    [Fact]
    public void A_refusal_that_blocks_and_one_that_a_quorum_overrules()
    {
        Of(Course.Countersigning(CountersignMode.All, 0, Finance).Disagree(Finance)).Waiting
            .ShouldBe(["财务科科长张三会签不同意，须协商一致或退回修改。", "陈一（发起人）在等救助科科长李二。"]);
        Of(Course.Countersigning(CountersignMode.Quorum, 1, Finance, Affairs).AddSigner(Chief, true, Deputy).Disagree(Finance).Agree(Affairs)).Waiting
            .ShouldBe(["救助科科长李二在等副局长钱六的会签意见。"]);
    }

    [Fact]
    public void A_return_that_comes_straight_back()
    {
        var said = Of(Course.Begin().ToSigning().Return(Director, "draft", straightBack: true));
        said.Why.ShouldBe(["3月2日09:00，孙七退回：请修改。", "本环节依据《党政机关公文处理工作条例》第20条，应形成：意见。", "两日内办理。", "是从“签发”退回的，办后直接返回该环节。"]);
        said.Next.ShouldBe(["办毕后返回“签发”。"]);
    }

    [Fact]
    public void An_act_in_anothers_place_and_a_step_passed_over()
    {
        var directory = Bureau.Directory(delegations: [Delegation(Chief, Finance)]);
        Of(Course.Begin().Agree(Drafter).Do(m => m.Agree(As(Finance, "拟同意", directory), new Onward("office", "", [])))).Why[0].ShouldBe("3月2日09:00，张三（代救助科科长）同意：拟同意。");
        Of(Course.Begin().Agree(Drafter).Agree(Chief)).Why[0].ShouldBe("3月2日09:00，李二自动跳过：无需会签。");
    }

    [Fact]
    public void A_post_that_was_emptied() =>
        Of(Course.Begin().Agree(Drafter), Bureau.Directory(vacant: Chief)).Where.ShouldBe("现在在救助科科长（无人在岗）处办理“审核”，尚未打开。");

    [Fact]
    public void The_last_step_and_the_end()
    {
        var course = Course.Begin().ToSigning().Agree(Director, "", Finance).Agree(Finance);
        Of(course).Next.ShouldBe(["办毕后全部流程结束。", "也可退回“拟稿、审核、核稿、签发、承办”。"]);
        var done = Of(course.Do(m => m.Agree(As(Registrar) with { Form = "RegisterOutgoingDocument" }, Onward.Ordinary)));
        (done.Where, done.Why.Single(), done.Waiting.Count, done.Next.Count).ShouldBe(("发文办理已办结（3月2日09:00）。", "3月2日09:00，周八同意。", 0, 0));
        Of(Course.Begin().Do(m => m.Terminate(As(Drafter, "重复")))).Where.ShouldBe("发文办理已终止（3月2日09:00）。");
    }

    private static Explanation Of(Course course, DirectorySnapshot? directory = null, DateTimeOffset? at = null) =>
        Explanation.Of(course.Matter, As(Drafter, directory: directory, at: at ?? Now), course.Last);
}
