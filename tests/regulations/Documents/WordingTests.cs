using Backoffice.Regulations.Documents;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class WordingTests
{
    [Theory]
    [InlineData("妥否，请批示。", "妥否，请批示")]
    [InlineData("当否，请审批。", "当否，请审批")]
    [InlineData("所需资金请予以解决。", "请予以解决")]
    [InlineData("特此请示。", "特此请示")]
    [InlineData("特此报告，请审阅。", null)]
    [InlineData("经请示市政府，已批准实施。", null)]
    public void Words_that_ask_are_found(string body, string? expected) => Wording.RequestIn(body).ShouldBe(expected);

    [Theory]
    [InlineData("经市政府同意，现通知如下。", true)]
    [InlineData("经青山市人民政府第12次常务会议批准", true)]
    [InlineData("已报经市委、市政府审定", true)]
    [InlineData("经省人民政府同意", true)]
    [InlineData("须经市政府同意后实施", false)]
    [InlineData("未经市政府批准，不得开工", false)]
    [InlineData("需报经市政府批准", false)]
    [InlineData("经局党组同意", false)]
    [InlineData("经研究。市政府已同意", false)]
    public void The_statement_of_approval_is_told_from_its_demand(string body, bool states) => Wording.StatesGovernmentApproval(body).ShouldBe(states);

    [Theory]
    [InlineData("", 0)]
    [InlineData("民政 工作，（要点）。", 6)]
    [InlineData("2026年", 2)]
    [InlineData("使用PDF格式", 5)]
    [InlineData("𠮷县", 2)]
    [InlineData("★●", 0)]
    public void Characters_are_counted_without_blanks_and_punctuation(string body, int expected) => Wording.Length(body).ShouldBe(expected);

    [Fact]
    public void Layout_does_not_change_the_length() =>
        Gen.Char['一', '龥'].Array[0, 60].Sample(text => Wording.Length(string.Join("，\n  ", text)) == text.Length);
}
