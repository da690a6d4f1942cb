using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class TitleFormsTests
{
    [Theory]
    [InlineData("关于做好救助工作的通知。", "。 → ")]
    [InlineData("关于做好救助工作", "关于做好救助工作 → ?")]
    [InlineData("关于做好救助工作通知", "通知 → 的通知")]
    [InlineData("关于转发做好救助工作的通知的通知", "的通知的通知 → 的通知")]
    [InlineData("关于做好救助！工作的通知", "！ → ?")]
    public void A_title_in_another_form_is_found(string title, string found) => Reading.Of(new ProofText { Title = title }, FindingKind.Title).ShouldBe([found]);

    [Theory]
    [InlineData("江州市民政局关于印发《江州市社会救助实施办法》的通知")]
    [InlineData("关于做好救助工作的紧急通知")]
    [InlineData("江州市社会救助实施办法")]
    [InlineData("对市十五届人大三次会议第12号建议的答复")]
    [InlineData("江州市人民政府令")]
    [InlineData("国务院办公厅关于印发\n政府网站工作方案的通知")]
    public void A_right_title_is_left_alone(string title) => Reading.Of(new ProofText { Title = title }, FindingKind.Title).ShouldBeEmpty();
}
