using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class DateFormsTests
{
    // Case 64 of the rulebook.
    [Theory]
    [InlineData("2026年03月05日", "2026年03月05日 → 2026年3月5日")]
    [InlineData("二〇二六年三月五日", "二〇二六年三月五日 → 2026年3月5日")]
    [InlineData("二○二六年十二月二十一日", "二○二六年十二月二十一日 → 2026年12月21日")]
    [InlineData("2026年2月30日", "2026年2月30日 → ?")]
    [InlineData("2026年3月5号", "2026年3月5号 → 2026年3月5日")]
    [InlineData("2026年13月5日", "2026年13月5日 → ?")]
    [InlineData("请于03月05日前报送", "03月05日 → 3月5日")]
    [InlineData("请于6月31日前报送", "6月31日 → ?")]
    public void A_date_in_another_form_or_of_no_day_is_found(string body, string found) => Reading.Of(body, FindingKind.Date).ShouldBe([found]);

    [Theory]
    [InlineData("2026年3月5日")]
    [InlineData("2024年2月29日")]
    [InlineData("请于2月29日前报送")]
    [InlineData("自2026年10月1日至12月31日")]
    [InlineData("3月5号楼")]
    [InlineData("8时03分")]
    public void A_right_date_is_left_alone(string body) => Reading.Of(body, FindingKind.Date).ShouldBeEmpty();

    [Fact]
    public void Within_a_sentence_Chinese_numerals_may_be_quoted()
    {
        Reading.One("二〇二六年三月五日", FindingKind.Date).Certainty.ShouldBe(Certainty.Error);
        Reading.One("自二〇二六年三月五日起施行。", FindingKind.Date).Certainty.ShouldBe(Certainty.Hint);
    }
}
