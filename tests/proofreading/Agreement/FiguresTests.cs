using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Agreement;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("安排资金100万元，其中省级70万元、市级40万元。", "100万元 → ?", Certainty.Error)]
    [InlineData("安排资金100万元，其中省级50万元、市级40万元。", "100万元 → ?", Certainty.Hint)]
    [InlineData("安排资金1.2亿元（其中：省级7000万元、市级6000万元）。", "1.2亿元 → ?", Certainty.Error)]
    [InlineData("参保对象占总人口的120%。", "120% → ?", Certainty.Error)]
    [InlineData("做好以下三项工作：一是宣传；二是培训；三是检查；四是总结。", "以下三项 → ?", Certainty.Hint)]
    [InlineData("做好以下三项工作：\n一、宣传\n（一）对象\n二、培训", "以下三项 → ?", Certainty.Hint)]
    [InlineData("覆盖率达到105%。", "105% → ?", Certainty.Error)]
    [InlineData("三类对象分别占50%、40%和30%。", "分别占50%、40%和30% → ?", Certainty.Hint)]
    [InlineData("合同金额1,234.56元（大写：壹仟贰佰叁拾肆元伍角柒分）。", "1,234.56元（大写：壹仟贰佰叁拾肆元伍角柒分 → ?", Certainty.Error)]
    [InlineData("拨付人民币壹拾万元整（¥10000）。", "壹拾万元整（¥10000 → ?", Certainty.Error)]
    [InlineData("市级60万元、县级40万元，合计110万元。", "110万元 → ?", Certainty.Hint)]
    [InlineData("本年救助资金预算为500万元。\n其后又称，本年救助资金预算为600万元。", "600万元 → ?", Certainty.Hint)]
    public void Figures_that_do_not_agree_are_found(string body, string found, Certainty certainty)
    {
        Reading.Of(body, FindingKind.Figures).ShouldBe([found]);
        Reading.One(body, FindingKind.Figures).Certainty.ShouldBe(certainty);
    }

    [Theory]
    [InlineData("安排资金100万元，其中省级60万元、市级40万元。")]
    [InlineData("安排资金1.2亿元，其中省级7000万元、市级5000万元。")]
    [InlineData("合同金额1,234.56元（大写：壹仟贰佰叁拾肆元伍角陆分）。")]
    [InlineData("拨付人民币壹拾万元整（¥100000）。")]
    [InlineData("罚款拾元（10元），补助10005元（大写壹万零伍元整）。")]
    [InlineData("市级60万元、县级40万元，合计100万元。")]
    [InlineData("每人每月60元、每户40元，合计110元。")]
    [InlineData("对单家机构的补贴上限为100万元；对单家机构的补贴上限为500万元。")]
    [InlineData("本年救助资金预算为500万元，本年救助资金预算为500万元。")]
    [InlineData("安排资金100万元，其中省级60万元。")]
    [InlineData("安排资金100万元，其中省级30万元、市级20万元等。")]
    [InlineData("补助标准由每人每年50元提高到100元，其中中央60元、地方60元。")]
    [InlineData("任务完成率达到120%。")]
    [InlineData("做好以下两项工作：一是宣传；二是培训。")]
    [InlineData("做好以下三项工作：\n一、宣传\n（一）对象\n（二）内容\n二、培训\n三、检查")]
    [InlineData("符合下列三项条件之一的：年满六十周岁。")]
    [InlineData("三类对象分别占50%、30%和20%。")]
    public void What_agrees_or_cannot_be_added_is_left_alone(string body) => Reading.Of(body, FindingKind.Figures).ShouldBeEmpty();
}
