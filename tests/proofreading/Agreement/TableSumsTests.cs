using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Agreement;

/// <summary>Tables as texts keep them: a row a line, its cells parted by tabs.</summary>
public sealed class TableSumsTests
{
    [Theory]
    [InlineData("地区|人数|金额（万元）\n甲县|120|36.5\n乙县|80|24.0\n合计|210|60.5", "210 → 200", Certainty.Error)]
    [InlineData("地区|人数\n甲县|120\n乙县|80\n合 计|1,200", "1,200 → 200", Certainty.Hint)]
    [InlineData("地区|人数|户数\n合计|200|70\n甲县|120|40\n乙县|80|40", "70 → 80", Certainty.Error)]
    [InlineData("序号|单位|床位\n1|甲院|300\n2|乙院|200\n|小计|500\n3|丙院|100\n4|丁院|50\n|小计|160\n|总计|650", "160 → 150", Certainty.Hint)]
    [InlineData("地区|资金\n甲县|12.345\n乙县|7.655\n合计|20.010", "20.010 → 20.000", Certainty.Hint)]
    [InlineData("项目|金额\n甲|1,200\n乙|—\n丙|800\n总计（元）|2,100", "2,100 → 2,000", Certainty.Hint)]
    public void A_total_that_its_column_does_not_come_to_is_found_with_what_is_due(string table, string found, Certainty certainty)
    {
        Reading.Of(TextOf(table), FindingKind.Figures).ShouldBe([found]);
        Reading.One(TextOf(table), FindingKind.Figures).Certainty.ShouldBe(certainty);
    }

    [Fact]
    public void It_says_where_what_and_why_and_mends_it()
    {
        var text = new ProofText { Title = "关于下达资金的通知", Body = TextOf("现下达如下：\n地区|人数\n甲县|120\n乙县|80\n合计|210") };
        var finding = Proofreader.Read(text, Background.None).Single(f => f.Kind == FindingKind.Figures);
        (finding.Place.Element, finding.Place.Paragraph, text.Body.Substring(finding.Place.Offset, finding.Place.Length)).ShouldBe((Element.Body, 5, "210"));
        (finding.Rule.Id, finding.MessageZh, finding.MessageEn).ShouldBe(("DOC-P03", "表中“合计”为210，本列各行相加为200", "The total says 210, its column comes to 200"));
        text.With([finding]).Body.ShouldEndWith("合计\t200");
    }

    [Theory]
    [InlineData("地区|人数|金额\n甲县|120|36.5\n乙县|80|24.0\n合计|200|60.5")]
    [InlineData("地区|人数\n甲县|120\n其中：城区|100\n合计|120")]
    [InlineData("地区|补助标准|增长率\n甲县|830|5.2\n乙县|790|4.8\n合计|810|5.0")]
    [InlineData("地区|2025|2026\n甲县|10|20\n乙县|30|40\n合计|40|60")]
    [InlineData("地区|金额\n甲县|1.24\n乙县|1.24\n丙县|1.24\n合计|3.73")]
    [InlineData("地区|人数\n甲县|120\n合计|125")]
    [InlineData("地区|人数\n甲县|约120\n乙县|80\n丙县|20\n合计|210")]
    [InlineData("单位|一季度|备注\n甲|5|已完成\n小计|5|\n乙|6|\n丙|7|\n小计|13|\n合计|18|")]
    public void What_comes_out_or_is_not_added_up_is_left_alone(string table) => Reading.Of(TextOf(table), FindingKind.Figures).ShouldBeEmpty();

    [Fact]
    public void Each_annex_is_read_as_the_body_is_and_named()
    {
        var text = new ProofText
        {
            Title = "关于下达资金的通知",
            Body = "一、总体安排\n二、有关要求",
            AttachmentList = ["分配表", "名单"],
            Annexes = [new AnnexText("分配表", TextOf("地区|人数\n甲县|120\n乙县|80\n合计|210")), new AnnexText("名单", "一、组长\n三、成员")],
            Enclosed = [new("分配表"), new("名单")],
        };
        var findings = Proofreader.Read(text, Background.None).Where(f => f.Place.Element is Element.Annex or Element.AnnexTitle).ToArray();
        findings.Select(f => (f.Place.Item, f.Place.Paragraph, f.Kind, f.Found)).ShouldBe([(0, 4, FindingKind.Figures, "210"), (1, 2, FindingKind.Heading, "三、")]);
        text.With([findings[0]]).Annexes[0].Text.ShouldEndWith("合计\t200");
        (text with { Annexes = [] }).Sha256().ShouldNotBe(text.Sha256());
    }

    private static string TextOf(string table) => table.Replace('|', '\t');
}
