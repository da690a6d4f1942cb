using System.Text;
using Backoffice.Platform.Search;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Search;

public sealed class TermsTests
{
    [Theory]
    [InlineData("国办发〔1996〕2号", "国办发19962号")]
    [InlineData("国办发[1996]2号", "国办发19962号")]
    [InlineData("国办发﹝１９９６﹞ ２ 号", "国办发19962号")]
    [InlineData("《养老服务》", "养老服务")]
    [InlineData("Ａbc－１", "abc1")]
    [InlineData("二〇一一年", "二〇一一年")]
    public void The_accidents_of_print_do_not_count(string text, string folded) => string.Concat(Terms.Runs(text)).ShouldBe(folded);

    [Fact]
    public void Punctuation_and_line_ends_part_runs() => Terms.Runs("甲乙，丙。丁\n戊；己").ShouldBe(["甲乙", "丙", "丁", "戊", "己"]);

    [Fact]
    public void Pairs_overlap_and_a_single_character_stands_for_itself()
    {
        Terms.Pairs("养老服务").ShouldBe(["养老", "老服", "服务"]);
        Terms.Pairs("𠮷野").ShouldBe(["𠮷野"]);
        Terms.Pairs("字").ShouldBe(["字"]);
    }

    [Fact]
    public void A_query_is_cut_at_blanks_and_folded_like_text() => Terms.Words("  养老　〔2026〕 服务，机构 养老 ").ShouldBe(["养老", "2026", "服务", "机构"]);

    [Fact]
    public void Any_text_can_be_folded() => Gen.String.Sample(text =>
    {
        if (text.All(c => !char.IsSurrogate(c)))
            Terms.Runs(text).SelectMany(Terms.Pairs).ShouldAllBe(p => p.Length > 0 && !p.Contains(Terms.Break));
    });

    [Fact]
    public void What_is_taken_for_folded_is_folded_to_itself() => Enumerable.Range(0, char.MaxValue).Where(c => !char.IsSurrogate((char)c)).Select(c => new Rune(c))
        .Where(r => Terms.IsFolded(r) && string.Concat(Terms.Runs(r.ToString())) != r.ToString()).ShouldBeEmpty();

    [Fact]
    public void A_snippet_shows_the_word_where_it_stands()
    {
        Snippet.Around("前文。国办发〔1996〕2号文件", "[1996]").ShouldBe("前文。国办发〔1996〕2号文件");
        Snippet.Around("没有", "别的").ShouldBeEmpty();
        Snippet.Around(new string('甲', 300) + "乙", "乙").ShouldBe("…" + new string('甲', 20) + "乙");
        Snippet.Around("a\nb", "b").ShouldBe("a b");
    }
}
