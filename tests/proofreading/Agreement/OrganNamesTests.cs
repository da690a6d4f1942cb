using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Agreement;

public sealed class OrganNamesTests
{
    private static readonly Background Directory = new() { Organs = ["江州市财政局", "江州市民政局", "东湖县民政局", "社会救助科"] };

    [Theory]
    [InlineData("请江洲市财政局配合。", "江洲市财政局 → 江州市财政局")]
    [InlineData("请江州市财证局配合。", "江州市财证局 → 江州市财政局")]
    [InlineData("由社会救住科负责。", "社会救住科 → 社会救助科")]
    public void A_name_that_is_nearly_known_is_found(string body, string found) => Reading.Of(body, FindingKind.Organ, Directory).ShouldBe([found]);

    [Theory]
    [InlineData("由社会助科负责。", "社会助科 → 社会救助科")]
    [InlineData("由社会救助助科负责。", "社会救助助科 → 社会救助科")]
    public void A_name_with_a_character_dropped_or_doubled_is_found(string body, string found)
    {
        Reading.Of(body, FindingKind.Organ, Directory).ShouldBe([found]);
        Reading.One(body, FindingKind.Organ, Directory).Certainty.ShouldBe(Certainty.Hint);
    }

    [Theory]
    [InlineData("请江州市财政局配合。")]
    [InlineData("请西湖县民政局配合。")]
    [InlineData("请江州县财政局配合。")]
    [InlineData("请江州市统计局配合。")]
    public void Another_organ_is_no_slip(string body) => Reading.Of(body, FindingKind.Organ, Directory).ShouldBeEmpty();

    [Fact]
    public void Recipients_are_held_against_the_directory() =>
        Reading.Of(new ProofText { Title = "关于做好救助工作的通知", MainRecipients = "东湖县明政局，江州市财政局" }, FindingKind.Organ, Directory).ShouldBe(["东湖县明政局 → 东湖县民政局"]);

    [Fact]
    public void A_name_that_stands_otherwise_elsewhere_is_said()
    {
        var finding = Reading.One("救助工作领导小组负责。救助工作领导小组成员。救住工作领导小组组长。", FindingKind.Organ);
        (finding.Found, finding.Suggestion, finding.Certainty).ShouldBe(("救住工作领导小组", "救助工作领导小组", Certainty.Hint));
    }
}
