using Backoffice.Regulations.Documents;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class OrganRelationsTests
{
    private static readonly Dictionary<string, Relation> Directory = new()
    {
        ["东湖区民政局"] = Relation.LowerCounterpart,
        ["市社会福利院"] = Relation.DirectSubordinate,
        ["市民政局养老服务中心"] = Relation.DirectSubordinate,
    };

    private static readonly OrganRelations OfTheBureau = new(
        new("青山市民政局", OrganLevel.City, "民政", new Dictionary<string, OrganLevel> { ["江南省"] = OrganLevel.Province, ["青山市"] = OrganLevel.City }),
        Directory);

    [Theory]
    [InlineData("市政府", Relation.DirectSuperior)]
    [InlineData("市人民政府", Relation.DirectSuperior)]
    [InlineData("青山市人民政府", Relation.DirectSuperior)]
    [InlineData("江南省青山市人民政府", Relation.DirectSuperior)]
    [InlineData("市委", Relation.DirectSuperior)]
    [InlineData("省政府", Relation.HigherSuperior)]
    [InlineData("江南省人民政府", Relation.HigherSuperior)]
    [InlineData("国务院", Relation.HigherSuperior)]
    [InlineData("民政部", Relation.HigherSuperior)]
    [InlineData("省民政厅", Relation.LineSuperior)]
    [InlineData("江南省民政厅", Relation.LineSuperior)]
    [InlineData("市财政局", Relation.Peer)]
    [InlineData("青山市财政局", Relation.Peer)]
    [InlineData("市发展改革委", Relation.Peer)]
    [InlineData("市委组织部", Relation.Peer)]
    [InlineData("市政府各部门", Relation.Peer)]
    [InlineData("市级有关部门", Relation.Peer)]
    [InlineData("省财政厅", Relation.NonSubordinate)]
    [InlineData("财政部", Relation.NonSubordinate)]
    [InlineData("区财政局", Relation.NonSubordinate)]
    [InlineData("各县（市、区）民政局", Relation.LowerCounterpart)]
    [InlineData("各县(市、区)民政局", Relation.LowerCounterpart)]
    [InlineData("县区民政局", Relation.LowerCounterpart)]
    [InlineData("各县区人民政府", Relation.LowerGovernment)]
    [InlineData("各县（市、区）人民政府", Relation.LowerGovernment)]
    [InlineData("各县（市、区）委", Relation.LowerGovernment)]
    [InlineData("各乡镇（街道）政府", Relation.LowerGovernment)]
    [InlineData("局属各单位", Relation.DirectSubordinate)]
    [InlineData("机关各科室", Relation.DirectSubordinate)]
    public void A_printed_name_tells_what_the_organ_is_to_us(string printed, Relation expected) => OfTheBureau.Of(printed).ShouldBe(expected);

    [Theory]
    [InlineData("张市长")]
    [InlineData("李副省长")]
    [InlineData("市委书记")]
    [InlineData("王厅长")]
    [InlineData("赵明同志")]
    public void A_leaders_title_is_a_person(string printed) => OfTheBureau.Of(printed).ShouldBe(Relation.Person);

    [Theory]
    [InlineData("西山区民政局")] // may be of another city; the directory does not know it
    [InlineData("东海市人民政府")]
    [InlineData("各市民政局")]
    [InlineData("各市人民政府")] // other cities', and not our superior
    [InlineData("市民政局")]
    [InlineData("市政府办公室")]
    [InlineData("青山市西山区民政局")]
    [InlineData("青山水泥厂")]
    [InlineData("各直属机构")] // the government's, as its lists have them
    [InlineData("组织部")]
    [InlineData("各区县")]
    [InlineData("")]
    public void What_no_rule_decides_stays_unknown(string printed) => OfTheBureau.Of(printed).ShouldBe(Relation.Unknown);

    [Theory]
    [InlineData("东湖区民政局", Relation.LowerCounterpart)]
    [InlineData("市社会福利院", Relation.DirectSubordinate)]
    [InlineData(" 东湖区 民政局", Relation.LowerCounterpart)]
    public void The_directory_goes_before_the_rules(string printed, Relation expected) => OfTheBureau.Of(printed).ShouldBe(expected);

    [Theory]
    [InlineData("各市民政局", Relation.LowerCounterpart)]
    [InlineData("各市人民政府", Relation.LowerGovernment)]
    [InlineData("省政府", Relation.DirectSuperior)]
    [InlineData("民政部", Relation.LineSuperior)]
    [InlineData("县民政局", Relation.LowerCounterpart)]
    public void The_same_names_are_something_else_to_the_province(string printed, Relation expected)
    {
        var province = new OwnOrgan("江南省民政厅", OrganLevel.Province, "民政", new Dictionary<string, OrganLevel> { ["江南省"] = OrganLevel.Province });
        new OrganRelations(province, new Dictionary<string, Relation>()).Of(printed).ShouldBe(expected);
    }

    [Fact]
    public void A_whole_list_is_split_and_classified() =>
        OfTheBureau.Classify("市政府，各县（市、区）民政局、某某厂：").ShouldBe(
        [
            new("市政府", Relation.DirectSuperior),
            new("各县（市、区）民政局", Relation.LowerCounterpart),
            new("某某厂", Relation.Unknown),
        ]);
}
