using System.Globalization;
using System.Text;
using Backoffice.Identity.SecondFactor;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.SecondFactor;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    // RFC 6238, appendix B; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) => Totp.CodeOf(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Fact]
    public void A_code_of_the_neighbouring_steps_is_taken_and_no_further()
    {
        var step = Now.ToUnixTimeSeconds() / 30;
        foreach (var (seconds, expected) in new (int, long?)[] { (-60, null), (-30, step - 1), (0, step), (30, step + 1), (60, null) })
            Totp.StepOf(Totp.CodeOf(Secret, Now.AddSeconds(seconds)), Secret, Now, lastStep: 0).ShouldBe(expected, seconds.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_code_of_a_used_step_or_one_before_it_is_refused()
    {
        var step = Now.ToUnixTimeSeconds() / 30;
        Totp.StepOf(Totp.CodeOf(Secret, Now), Secret, Now, step).ShouldBeNull();
        Totp.StepOf(Totp.CodeOf(Secret, Now.AddSeconds(-30)), Secret, Now, step).ShouldBeNull();
        Totp.StepOf(Totp.CodeOf(Secret, Now.AddSeconds(30)), Secret, Now, step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504711")]
    [InlineData("０５０４７１")]
    public void Anything_but_the_six_digits_is_wrong(string code) => Totp.StepOf(code, Secret, Now, 0).ShouldBeNull();

    [Fact]
    public void The_address_is_what_authenticator_apps_read() => Totp.UriOf("li.si", Secret)
        .ShouldBe("otpauth://totp/Backoffice:li.si?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Backoffice&algorithm=SHA1&digits=6&period=30");
}
