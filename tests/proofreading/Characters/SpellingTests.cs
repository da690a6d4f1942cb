using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Characters;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("培育发展大数局产业。", "局 → 据")]
    [InlineData("各级人民政府应当加强领到。", "到 → 导")]
    [InlineData("人民发院依法审理行政案件。", "发 → 法")]
    public void A_character_that_was_taken_for_another_is_found(string body, string found) => Reading.Of(body, FindingKind.Character).ShouldContain(found);

    [Theory]
    [InlineData("各级人民政府应当加强领导，认真贯彻执行。")]
    [InlineData("根据《通知》（苏政传发〔2020〕12号）精神")]
    public void A_right_text_is_left_alone(string body) => Reading.Of(body, FindingKind.Character).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_found_where_there_is_nothing_to_read() => Reading.Of("0123 abc，。\n\n—", FindingKind.Character).ShouldBeEmpty();
}
