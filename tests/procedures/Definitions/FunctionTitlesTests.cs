using Backoffice.Coordination.V1;
using Backoffice.Procedures.Definitions;
using Shouldly;
using Xunit;

namespace Backoffice.Procedures.Tests.Definitions;

public sealed class FunctionTitlesTests
{
    [Fact]
    public void Every_function_has_a_chinese_title_of_its_own()
    {
        var titles = Enum.GetValues<PostFunction>().Where(f => f != PostFunction.Unspecified).Select(FunctionTitles.Of).ToList();
        titles.ShouldBeUnique();
        titles.ShouldAllBe(t => t.All(c => c >= '\u4e00' && c <= '\u9fff'));
    }
}
