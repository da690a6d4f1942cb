using Backoffice.Regulations.Numbering;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Numbering;

public sealed class ChineseOrdinalsTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(19, "十九")]
    [InlineData(20, "二十")]
    [InlineData(21, "二十一")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(999, "九百九十九")]
    public void Chinese_numbers_count_as_headings_do(int number, string printed) => ChineseOrdinals.Print(number).ShouldBe(printed);

    [Fact]
    public void What_is_printed_is_read_again()
    {
        foreach (var number in Enumerable.Range(1, 99))
            ChineseOrdinals.Parse(ChineseOrdinals.Print(number)).ShouldBe(number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("〇")]
    [InlineData("两")]
    [InlineData("一二")]
    public void What_is_no_ordinal_is_none(string text) => ChineseOrdinals.Parse(text).ShouldBe(0);
}
