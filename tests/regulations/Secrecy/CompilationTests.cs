using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Secrecy;

public sealed class CompilationTests
{
    [Theory] // case 61
    [InlineData(SecrecyLevel.Confidential, SecrecyLevel.Secret, SecrecyLevel.Confidential)]
    [InlineData(SecrecyLevel.Confidential, SecrecyLevel.Confidential, SecrecyLevel.None)]
    [InlineData(SecrecyLevel.TopSecret, SecrecyLevel.None, SecrecyLevel.Secret, SecrecyLevel.TopSecret, SecrecyLevel.Confidential)]
    [InlineData(SecrecyLevel.None, SecrecyLevel.None)]
    [InlineData(SecrecyLevel.None)]
    public void A_compilation_bears_the_highest_level_of_what_is_in_it(SecrecyLevel level, params SecrecyLevel[] documents) => Compilation.LevelOf(documents).ShouldBe(level);
}
