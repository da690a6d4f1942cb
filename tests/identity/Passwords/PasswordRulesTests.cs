using Backoffice.Identity.Passwords;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Right-Horse-42", "")]
    [InlineData("马到成功Horse42", "")]
    [InlineData("Sh0rt-one", "MIN_LENGTH")]
    [InlineData("onlysmallletters", "KINDS")]
    [InlineData("smalland1234567", "KINDS")]
    [InlineData("ZHANGSAN-is-9", "LOGIN_NAME")]
    [InlineData("Password123", "COMMON")]
    [InlineData("ADMIN@123456", "COMMON")]
    [InlineData("P@ssw0rd123", "COMMON")]
    [InlineData("zhangsan", "MIN_LENGTH,KINDS,LOGIN_NAME")]
    [InlineData("", "MIN_LENGTH,KINDS")]
    public void Every_broken_rule_is_named(string password, string broken) =>
        string.Join(',', PasswordRules.Broken(password, "zhangsan").Select(r => r.Id)).ShouldBe(broken);

    [Fact]
    public void Characters_are_counted_as_people_count_them() =>
        PasswordRules.Broken("𠀀𠀁𠀂𠀃aB1", "zhangsan").Select(r => r.Id).ShouldBe(["MIN_LENGTH"]);

    [Fact]
    public void A_made_up_password_breaks_no_rule_and_is_never_the_same()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => TemporaryPassword.For("a")).ToList();
        passwords.ShouldAllBe(p => PasswordRules.Broken(p, "a").Count == 0);
        passwords.Distinct().Count().ShouldBe(200);
    }
}
