using Backoffice.Proofreading.Findings;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class SecrecyMarksTests
{
    // Case 79 of the rulebook.
    [Theory]
    [InlineData("机密★5年", Certainty.Error)]
    [InlineData("秘 密 ★", Certainty.Error)]
    [InlineData("秘密", Certainty.Hint)]
    [InlineData("密级：机密", Certainty.Hint)]
    public void A_mark_and_what_looks_like_one_are_found(string body, Certainty certainty) => Reading.One(body, FindingKind.Secrecy).Certainty.ShouldBe(certainty);

    [Theory]
    [InlineData("做好国家秘密管理和商业秘密保护工作。")]
    [InlineData("保守工作秘密。")]
    public void Speaking_of_secrets_is_no_mark(string body) => Reading.Of(body, FindingKind.Secrecy).ShouldBeEmpty();
}
