using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Characters;

public sealed class DoubledWordsTests
{
    [Theory]
    [InlineData("做好困难群众的的救助工作。", "的的 → 的", Certainty.Error)]
    [InlineData("报省政府和和市政府。", "和和 → 和", Certainty.Error)]
    [InlineData("这是是一项任务。", "是是 → 是", Certainty.Error)]
    [InlineData("认真做好工作工作。", "工作工作 → 工作", Certainty.Hint)]
    [InlineData("要进一步进一步加强。", "进一步进一步 → 进一步", Certainty.Hint)]
    public void What_stands_twice_is_found(string body, string found, Certainty certainty)
    {
        Reading.Of(body, FindingKind.Repetition).ShouldBe([found]);
        Reading.One(body, FindingKind.Repetition).Certainty.ShouldBe(certainty);
    }

    [Theory]
    [InlineData("层层落实，人人有责，扎扎实实，久久为功。")]
    [InlineData("实现目的的途径，标的的价格，的的确确。")]
    [InlineData("为了了解情况，除了了却心愿。")]
    [InlineData("实事求是是我们党的思想路线。")]
    [InlineData("可以以书面形式提出，尤其其他地区。")]
    [InlineData("以及及时报送，原则则另行规定，法律法规规定。")]
    [InlineData("《世界卫生组织组织法》，出水水质，各部部长。")]
    public void What_is_doubled_by_custom_or_where_two_words_meet_is_left_alone(string body) => Reading.Of(body, FindingKind.Repetition).ShouldBeEmpty();
}
