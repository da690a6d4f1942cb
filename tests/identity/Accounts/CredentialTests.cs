using Backoffice.Identity.Accounts;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class CredentialTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public void The_fifth_failure_locks_for_a_quarter_of_an_hour_and_later_ones_do_not_prolong_it()
    {
        var credential = New();
        for (var i = 1; i < 5; i++)
            credential.Fail(Noon, 5, Quarter).ShouldBeFalse();
        credential.Fail(Noon, 5, Quarter).ShouldBeTrue();
        credential.Fail(Noon.AddMinutes(10), 5, Quarter).ShouldBeFalse();
        credential.IsLocked(Noon.AddMinutes(15).AddTicks(-1)).ShouldBeTrue();
        credential.IsLocked(Noon.AddMinutes(15)).ShouldBeFalse();
        credential.Failures.ShouldBe(0);
    }

    [Fact]
    public void A_sign_in_forgets_the_failures_before_it()
    {
        var credential = New();
        for (var i = 0; i < 4; i++)
            credential.Fail(Noon, 5, Quarter);
        credential.SignIn(Noon);
        credential.Fail(Noon, 5, Quarter).ShouldBeFalse();
        credential.LastSignInTime.ShouldBe(Noon);
    }

    [Fact]
    public void A_temporary_password_takes_no_place_among_the_five_remembered()
    {
        var credential = New();
        foreach (var own in (string[])["one", "two", "three", "four", "five"])
            credential.ChangePassword(own);
        credential.ResetPassword("temporary");
        credential.UsedHashes.ShouldBe(["temporary", "five", "four", "three", "two"]);
        credential.ResetPassword("temporary again");
        credential.ChangePassword("six");
        credential.UsedHashes.ShouldBe(["six", "five", "four", "three", "two"]);
    }

    [Fact]
    public void Tokens_of_the_second_in_which_sessions_end_are_void()
    {
        var credential = New();
        var stamp = credential.Stamp;
        credential.EndSessions(Noon.AddMilliseconds(300));
        credential.TokensNotBefore.ShouldBe(Noon.AddSeconds(1));
        credential.Stamp.ShouldNotBe(stamp);
        credential.EndSessions(Noon.AddMilliseconds(600));
        credential.TokensNotBefore.ShouldBe(Noon.AddSeconds(2));
    }

    private static Credential New() => new() { Account = "accounts/a", PasswordHash = "given", ChangeRequired = true };
}
