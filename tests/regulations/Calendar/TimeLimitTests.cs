using Backoffice.Regulations.Calendar;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Calendar;

public sealed class TimeLimitTests
{
    [Theory]
    [InlineData("2 working days", 2, TimeUnit.WorkingDays, "2个工作日")]
    [InlineData("1 working day", 1, TimeUnit.WorkingDays, "1个工作日")]
    [InlineData("5 days", 5, TimeUnit.Days, "5日")]
    [InlineData("24 hours", 24, TimeUnit.Hours, "24小时")]
    [InlineData("1 half-day", 1, TimeUnit.HalfDays, "1个半天")]
    public void A_limit_is_read_as_data_files_write_it(string text, int amount, TimeUnit unit, string zh)
    {
        var limit = TimeLimit.Parse(text);
        limit.ShouldBe(new(amount, unit));
        limit.ToChinese().ShouldBe(zh);
    }

    [Fact]
    public void What_a_limit_writes_it_reads_back() =>
        Gen.Select(Gen.Int[1, 3_650], Gen.Enum<TimeUnit>()).Sample((amount, unit) =>
            TimeLimit.Parse(new TimeLimit(amount, unit).ToString()) == new TimeLimit(amount, unit));

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2 weeks")]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("1 days")]
    [InlineData("2 working day")]
    [InlineData("two days")]
    [InlineData("9999 days")]
    public void What_is_no_limit_is_refused(string text)
    {
        TimeLimit.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => TimeLimit.Parse(text));
    }

    [Fact]
    public void A_limit_of_nothing_cannot_be_made() => Should.Throw<ArgumentOutOfRangeException>(() => TimeLimit.Days(0));
}
