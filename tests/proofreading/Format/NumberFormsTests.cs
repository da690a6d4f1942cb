using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class NumberFormsTests
{
    [Theory]
    [InlineData("《通知》（民发[2026]12号）", "[2026]12号 → 〔2026〕12号")]
    [InlineData("《通知》（民发（2026）12号）", "（2026）12号 → 〔2026〕12号")]
    [InlineData("民发〔2026〕012号", "〔2026〕012号 → 〔2026〕12号")]
    [InlineData("民发〔2026〕第12号", "〔2026〕第12号 → 〔2026〕12号")]
    [InlineData("民发 〔2026〕 12 号", " 〔2026〕 12 号 → 〔2026〕12号")]
    [InlineData("见民发〔2026〕12。", "〔2026〕12 → 〔2026〕12号")]
    [InlineData("民发〔26〕12号", "〔26〕12号 → ?")]
    public void A_number_in_another_form_is_found(string body, string found) => Reading.Of(body, FindingKind.DocumentNumber).ShouldBe([found]);

    [Theory]
    [InlineData("《通知》（民发〔2026〕12号）")]
    [InlineData("国办发〔2026〕3、4号")]
    [InlineData("国办函〔2018〕71号、民函〔2021〕30号、桐府函〔2021〕1号")]
    [InlineData("上年（2025年）发文12件")]
    [InlineData("全国人口（2020）数")]
    [InlineData("财政部公告2026年第39号")]
    public void Anything_else_is_left_alone(string body) => Reading.Of(body, FindingKind.DocumentNumber).ShouldBeEmpty();

    [Fact]
    public void All_flaws_are_named_with_the_clause_of_the_standard()
    {
        var finding = Reading.One("民发(2026)第03号", FindingKind.DocumentNumber);
        finding.Rule.Citation.ShouldBe("《党政机关公文格式（GB/T 9704—2012）》7.2.5");
        finding.MessageZh.ShouldBe("发文字号年份应当用六角括号〔〕括入，顺序号前不加“第”，顺序号不编虚位");
    }
}
