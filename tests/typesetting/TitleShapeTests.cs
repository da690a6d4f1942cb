using Backoffice.Typesetting.Composition;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

public sealed class TitleShapeTests
{
    private readonly TitleShape _titles = new(new Ruler(Setters.Shelf));

    [Theory]
    [InlineData("江州市民政局关于做好2026年养老服务设施安全管理工作的通知", "江州市民政局关于做好2026年|养老服务设施安全管理工作的通知")]
    [InlineData("关于印发《江州市困难群众基本生活救助工作实施办法》的通知", "关于印发《江州市困难群众|基本生活救助工作实施办法》的通知")]
    [InlineData("关于成立领导小组的通知", "关于成立领导小组的通知")]
    public void A_title_is_divided_between_words(string title, string lines) =>
        _titles.Divide(title, ["江州市民政局"], Samples.Notice.Body).Split('\n').ShouldBe(lines.Split('|'));

    [Theory]
    [InlineData("国务院办公厅转发国家地震局关于我国地震重点监视防御区的确定和加强防震减灾工作意见报告的通知")]
    [InlineData("江州市民政局 江州市财政局 江州市人力资源和社会保障局关于提高城乡居民最低生活保障标准的通知")]
    [InlineData("江州市民政局关于进一步加强社会组织登记管理和执法监督工作的若干意见")]
    public void Long_titles_form_a_trapezoid_or_a_rhombus(string title)
    {
        var lines = _titles.Divide(title, ["江州市民政局", "江州市财政局", "江州市人力资源和社会保障局"], title).Split('\n');
        string.Concat(lines).ShouldBe(title);
        lines.ShouldAllBe(l => l.Length <= 20);
        TitleShape.ShapeCost([.. lines.Select(l => l.Length * 7.76)]).ShouldBeLessThan(12, string.Join('|', lines));
    }

    [Fact]
    public void Line_ends_that_are_given_stay() => _titles.Divide("江州市民政局\n关于某事的通知", [], "").ShouldBe("江州市民政局\n关于某事的通知");

    [Fact]
    public void A_title_of_any_length_fits_the_page()
    {
        for (var length = 1; length < 200; length += 7)
            _titles.Divide(string.Concat(Enumerable.Repeat("关于做好社会救助工作的", 20))[..length], [], "").Split('\n').ShouldAllBe(l => l.Length <= 20);
    }
}
