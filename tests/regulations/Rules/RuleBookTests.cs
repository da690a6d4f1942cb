using System.Text.Json;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Rules;

public sealed class RuleBookTests
{
    private static readonly RuleBook Current = RuleBook.Current;

    [Theory]
    [InlineData("DOC-R", 15)]
    [InlineData("DOC-D", 12)]
    [InlineData("DOC-O", 5)]
    [InlineData("DOC-I", 7)]
    [InlineData("SEC-", 28)]
    public void The_rows_of_rules_are_complete(string row, int last)
    {
        foreach (var n in Enumerable.Range(1, last))
            Current.Find($"{row}{n:00}").ShouldNotBeNull();
        Current.Find($"{row}{last + 1:00}").ShouldBeNull();
    }

    [Theory]
    [InlineData("DOC-R03", "《党政机关公文处理工作条例》第15条(一)", Strength.RejectOverridable)]
    [InlineData("DOC-R11", "《党政机关公文处理工作条例》第16条(二)", Strength.Reject)]
    [InlineData("DOC-D10", "《整治形式主义为基层减负若干规定》第2条", Strength.Warn)]
    [InlineData("DOC-M05", "《党政机关公文处理工作条例》第32条", Strength.Reject)]
    [InlineData("DOC-M09", "《党政机关公文处理工作条例》第36条", Strength.Reject)]
    [InlineData("DOC-M06", "《党政机关公文处理工作条例》第33条", Strength.Reject)]
    [InlineData("ARC-22", "《机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）》第4条", Strength.Config)]
    [InlineData("SEC-19", "《中华人民共和国保守国家秘密法》第31条(三)", Strength.Reject)]
    [InlineData("PROC-01", "办公实务", Strength.Reject)]
    public void A_rule_is_quoted_with_source_and_article(string id, string citation, Strength strength)
    {
        Current[id].Citation.ShouldBe(citation);
        Current[id].Strength.ShouldBe(strength);
    }

    [Fact]
    public void What_is_practice_quotes_no_article_and_no_day_of_force()
    {
        var practice = Current.Where(r => r.IsPractice).ToArray();
        practice.Length.ShouldBe(17);
        practice.ShouldAllBe(r => r.Article == "" && r.EffectiveFrom == null);
        practice.Select(r => r.Id).ShouldContain("ARC-25");
    }

    [Fact]
    public void Every_rule_has_both_texts() => Current.ShouldAllBe(r => r.TextZh.Length > 0 && r.TextEn.Length > 0);

    // A day is stated where the text of the regulation was seen; of the others nobody is told a day that may be wrong.
    [Fact]
    public void A_day_of_force_is_stated_only_where_it_is_known() => Current.Where(r => r.EffectiveFrom != null).Select(r => (r.SourceTitle, r.EffectiveFrom)).Distinct().ShouldBe(
    [
        ("党政机关公文处理工作条例", new DateOnly(2012, 7, 1)),
        ("整治形式主义为基层减负若干规定", new DateOnly(2024, 8, 6)),
        ("中华人民共和国保守国家秘密法", new DateOnly(2024, 5, 1)),
    ]);

    [Fact]
    public void A_rule_is_in_force_from_its_first_day_to_its_last()
    {
        var rule = new Rule("X", "某规定", "第1条", Strength.Reject, "文", "text", new(2012, 7, 1), new(2020, 6, 30));
        rule.IsInForce(new(2012, 6, 30)).ShouldBeFalse();
        rule.IsInForce(new(2012, 7, 1)).ShouldBeTrue();
        rule.IsInForce(new(2020, 6, 30)).ShouldBeTrue();
        rule.IsInForce(new(2020, 7, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Of_the_rules_only_those_of_the_day_are_in_force()
    {
        Current.InForce(new(2024, 8, 5)).ShouldNotContain(r => r.Id == "DOC-D10");
        Current.InForce(new(2024, 8, 6)).ShouldContain(r => r.Id == "DOC-D10");
        Current.InForce(new(1990, 1, 1)).ShouldAllBe(r => r.EffectiveFrom == null);
    }

    [Fact]
    public void An_unknown_rule_is_a_slip_in_the_program() => Should.Throw<KeyNotFoundException>(() => Current["DOC-X99"]);

    [Theory]
    [InlineData("""[{ "source": "某规定", "rules": [{ "id": "X", "article": "", "strength": "Forbid", "zh": "文", "en": "text" }] }]""")]
    [InlineData("""[{ "source": "某规定", "rules": [{ "id": "X", "article": "", "strength": 1, "zh": "文", "en": "text" }] }]""")]
    [InlineData("""[{ "source": "某规定", "rules": [{ "id": "X", "strength": "Reject", "zh": "文", "en": "text" }] }]""")]
    [InlineData("""[{ "source": "某规定", "rules": [{ "id": "X", "article": "", "strength": "Reject", "zh": "文", "en": "text", "note": "" }] }]""")]
    public void An_entry_that_is_incomplete_or_unheard_of_is_refused(string json) => Should.Throw<JsonException>(() => RuleBook.Parse(json));

    [Fact]
    public void Two_rules_under_one_id_are_refused() => Should.Throw<ArgumentException>(() => new RuleBook([Current["DOC-R01"], Current["DOC-R01"]]));
}
