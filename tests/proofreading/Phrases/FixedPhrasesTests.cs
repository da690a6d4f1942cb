using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Phrases;

public sealed class FixedPhrasesTests
{
    [Theory]
    [InlineData("截止目前，已救助120人。", "截止目前 → 截至目前")]
    [InlineData("请各单位再接再励。", "再接再励 → 再接再厉")]
    [InlineData("建立救助对象台帐。", "台帐 → 台账")]
    [InlineData("按照中华民共和国法律办理。", "中华民共和国 → 中华人民共和国")]
    [InlineData("提高最低生活保保障标准。", "最低生活保保障 → 最低生活保障")]
    [InlineData("以习近平同志核心的党中央。", "以习近平同志核心的党中央 → 以习近平同志为核心的党中央")]
    [InlineData("玩乎职守的，依法处理。", "玩乎职守 → 玩忽职守")]
    public void A_phrase_in_its_usual_wrong_form_is_found(string body, string found) => Reading.Of(body, FindingKind.Phrase).ShouldBe([found]);

    [Fact]
    public void What_is_right_is_left_alone() => Reading.Of("截至目前，各单位再接再厉，建立台账，省发展改革委员会，玩忽职守的依法处理。", FindingKind.Phrase).ShouldBeEmpty();
}
