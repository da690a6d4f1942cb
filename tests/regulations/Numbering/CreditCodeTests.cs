using Backoffice.Regulations.Numbering;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Numbering;

public sealed class CreditCodeTests
{
    // The first is in print on every page of a large company; the others are made of the rule by hand.
    [Theory]
    [InlineData("91330100799655058B")]
    [InlineData("11330000002482058D")]
    [InlineData("11320300MB00056783")]
    public void A_code_whose_check_character_fits_is_valid(string code) => CreditCode.IsValid(code).ShouldBeTrue();

    [Theory]
    [InlineData("91330100799655058A", "the check character is another")]
    [InlineData("91330100799655085B", "two figures have changed places")]
    [InlineData("9133010079965505B", "a figure is missing")]
    [InlineData("9133010079965505IB", "I is none of its characters")]
    [InlineData("91330100799655058b", "a small letter")]
    [InlineData("", "nothing")]
    public void Any_other_text_is_none(string code, string why) => CreditCode.IsValid(code).ShouldBeFalse(why);
}
