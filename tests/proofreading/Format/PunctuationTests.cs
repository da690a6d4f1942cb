using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class PunctuationTests
{
    [Theory]
    [InlineData("各县区,各单位：", ", → ，")]
    [InlineData("现将有关事项通知如下:", ": → ：")]
    [InlineData("提高认识;落实责任。", "; → ；")]
    [InlineData("请认真执行.", ". → 。")]
    [InlineData("提高认识，，落实责任。", "，， → ，")]
    [InlineData("提高认识，。", "，。 → 。")]
    [InlineData("根据《社会救助暂行办法规定执行。", "《 → ?")]
    [InlineData("救助对象（包括低保户。", "（ → ?")]
    [InlineData("救助对象）有关规定。", "） → ?")]
    [InlineData("《关于印发《办法》的通知》", "《 → ?")]
    [InlineData("“所谓“高质量”发展”", "“ → ?")]
    public void A_slip_is_found(string body, string found) => Reading.Of(body, FindingKind.Punctuation).ShouldBe([found]);

    [Fact]
    public void Half_width_brackets_and_quotation_marks_are_mended_in_pairs()
    {
        Reading.Of("民政部门(含街道)负责。", FindingKind.Punctuation).ShouldBe(["( → （", ") → ）"]);
        Reading.Of("做好\"一老一小\"服务。", FindingKind.Punctuation).ShouldBe(["\" → “", "\" → ”"]);
    }

    [Theory]
    [InlineData("会议定于8:30开始，地点在A座（302室）。")]
    [InlineData("增长3.5%，网址为www.example.gov.cn,邮箱另告。")]
    [InlineData("他说：“要落实《办法》（试行）。”……")]
    [InlineData("“要落实责任。\n“要加强领导。”\n以上”")]
    [InlineData("1）提高认识；a)落实责任。")]
    [InlineData("国务院关于印发《社会救助\n暂行办法》的通知")]
    public void What_is_right_is_left_alone(string body) => Reading.Of(body, FindingKind.Punctuation).ShouldBeEmpty();
}
