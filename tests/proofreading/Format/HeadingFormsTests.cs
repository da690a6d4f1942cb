using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class HeadingFormsTests
{
    [Theory]
    [InlineData("一.总体要求", "一. → 一、")]
    [InlineData("（一）、总体要求", "（一）、 → （一）")]
    [InlineData("1、总体要求", "1、 → 1.")]
    [InlineData("（1）.总体要求", "（1）. → （1）")]
    [InlineData("(一)总体要求", "(一) → （一）")]
    public void Punctuation_after_an_ordinal_is_found(string body, string found) => Reading.Of(body, FindingKind.Punctuation).ShouldBe([found]);

    [Fact]
    public void A_heading_that_ends_with_a_full_stop_is_found_where_its_text_follows()
    {
        Reading.Of("（一）基本原则。\n1.问题导向。坚持问题导向。", FindingKind.Punctuation).ShouldBe(["。 → "]);
        Reading.Of("一、提高认识。\n二、落实责任。", FindingKind.Punctuation).ShouldBeEmpty();
        Reading.Of("（一）基本原则\n1.问题导向。坚持问题导向。", FindingKind.Punctuation).ShouldBeEmpty();
    }
}
