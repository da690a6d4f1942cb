using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Agreement;

public sealed class WeekdaysTests
{
    [Theory]
    [InlineData("会议定于2026年3月5日（星期五）召开。", "五 → 四", Certainty.Error)]
    [InlineData("会议定于2026年3月5日(周三)召开。", "三 → 四", Certainty.Error)]
    [InlineData("2026年3月5日报到，3月6日（星期四）开会。", "四 → 五", Certainty.Hint)]
    public void A_wrong_weekday_is_found(string body, string found, Certainty certainty)
    {
        Reading.Of(body, FindingKind.Date).ShouldBe([found]);
        Reading.One(body, FindingKind.Date).Certainty.ShouldBe(certainty);
    }

    [Theory]
    [InlineData("会议定于2026年3月5日（星期四）召开。")]
    [InlineData("2026年3月8日（星期天）值班。")]
    [InlineData("3月5日（星期五）召开。")]
    public void A_right_one_and_one_of_no_year_are_left_alone(string body) => Reading.Of(body, FindingKind.Date).ShouldBeEmpty();
}
