using Backoffice.Proofreading.Findings;
using Backoffice.Regulations.Numbering;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class HeadingOrderTests
{
    // Case 71 of the rulebook.
    [Theory]
    [InlineData("一、总体要求\n1.加强领导\n2.落实责任", "1. → ?")]
    [InlineData("一、总体要求\n三、工作任务", "三、 → ?")]
    [InlineData("一、总体要求\n三、工作任务\n三、组织保障", "三、 → 二、")]
    [InlineData("一、总体要求\n二、工作任务\n二、组织保障", "二、 → ?")]
    [InlineData("一、总体要求\n二、工作任务\n二、组织保障\n四、附则", "二、 → 三、")]
    [InlineData("一、总体要求\n（一）原则\n（三）目标", "（三） → ?")]
    [InlineData("一是提高认识；二是加强领导；四是落实责任。", "四 → ?")]
    [InlineData("一是提高认识；二是加强领导；二是落实责任。", "二 → ?")]
    public void A_number_out_of_order_is_found(string body, string found) => Reading.Of(body, FindingKind.Heading).ShouldBe([found]);

    [Theory]
    [InlineData("一、总体要求\n（一）原则\n1.积极稳妥\n（1）先易后难\n（2）分步实施\n2.分类指导\n（二）目标\n二、工作任务\n（一）任务")]
    [InlineData("一、总体要求\n（一）原则\n二、工作任务\n（二）任务\n（三）分工")]
    [InlineData("一、通知要求\n二、其他\n附件\n一、填报说明\n二、填报时间")]
    [InlineData("一是提高认识，包括：一是学习，二是宣传。")]
    [InlineData("这一是指单位，二是指个人。")]
    public void What_is_in_order_is_left_alone(string body) => Reading.Of(body, FindingKind.Heading).ShouldBeEmpty();

    [Fact]
    public void What_is_due_after_ninety_nine_can_be_said()
    {
        var headings = Enumerable.Range(1, 99).Append(97).Select(n => $"{ChineseOrdinals.Print(n)}、事项");
        Reading.Of(string.Join('\n', headings), FindingKind.Heading).ShouldBe(["九十七、 → ?"]);
    }

    [Fact]
    public void A_gap_is_an_error_and_a_skipped_level_a_hint()
    {
        Reading.One("一、总体要求\n三、工作任务", FindingKind.Heading).Certainty.ShouldBe(Certainty.Error);
        Reading.One("一、总体要求\n1.加强领导", FindingKind.Heading).Certainty.ShouldBe(Certainty.Hint);
    }
}
