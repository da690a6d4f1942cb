using Backoffice.Regulations.Documents;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class RecipientsTests
{
    [Theory]
    [InlineData("各县（市、区）民政局", "各县（市、区）民政局")]
    [InlineData("市政府，省民政厅：", "市政府|省民政厅")]
    [InlineData("各县（市、区）人民政府，市政府各部门、各直属机构：", "各县（市、区）人民政府|市政府各部门|各直属机构")]
    [InlineData("市委办公室，市人大常委会办公室；市财政局。", "市委办公室|市人大常委会办公室|市财政局")]
    [InlineData("各县(市、区（含开发区、新区）)民政局、市残联", "各县(市、区（含开发区、新区）)民政局|市残联")]
    [InlineData("市财政局、、 市医保局 ", "市财政局|市医保局")]
    [InlineData("市财政局）、市医保局", "市财政局）|市医保局")]
    [InlineData("", "")]
    [InlineData("、，；", "")]
    public void A_printed_list_is_split_into_organs(string printed, string organs) =>
        string.Join('|', Recipients.Split(printed)).ShouldBe(organs);

    [Fact]
    public void Organs_joined_by_any_separator_come_back_as_they_were()
    {
        string[] organ = ["市政府", "各县（市、区）民政局", "市卫生健康委（市中医局、市疾控局）", "省民政厅"];
        string[] separators = ["、", "，", "；", ",", "\n"];
        Gen.Select(Gen.Int[0, 3].Select(i => organ[i]).Array[1, 8], Gen.Int[0, 4].Select(i => separators[i]))
            .Sample((organs, separator) => Recipients.Split(string.Join(separator, organs)).SequenceEqual(organs));
    }
}
