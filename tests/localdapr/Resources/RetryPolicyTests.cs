using Backoffice.LocalDapr.Resources;
using Grpc.Core;

namespace Backoffice.LocalDapr.Tests.Resources;

public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy Constant = new(false, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(60), 2, null);

    [Fact]
    public void A_constant_policy_waits_the_same_each_time()
    {
        Enumerable.Range(1, 5).Select(attempt => Constant.Wait(attempt, 0.5)).ShouldAllBe(wait => wait == TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void An_exponential_policy_grows_by_half_and_stops_at_its_maximum()
    {
        var policy = Constant with { Exponential = true, MaxInterval = TimeSpan.FromSeconds(1) };

        Enumerable.Range(1, 4).Select(attempt => policy.Wait(attempt, 0.5).TotalMilliseconds).ShouldBe([500, 750, 1000, 1000]);
    }

    [Theory]
    [InlineData(0.0, 250)]
    [InlineData(0.5, 500)]
    [InlineData(0.999999, 750)]
    public void An_exponential_policy_spreads_its_waits_by_half(double chance, double expected)
    {
        (Constant with { Exponential = true }).Wait(1, chance).TotalMilliseconds.ShouldBe(expected, 0.01);
    }

    [Fact]
    public void A_limit_is_kept_and_minus_one_has_none()
    {
        (Constant.Allows(2, null), Constant.Allows(3, null)).ShouldBe((true, false));
        (Constant with { MaxRetries = -1 }).Allows(1_000_000, null).ShouldBeTrue();
        (Constant with { MaxRetries = 0 }).Allows(1, null).ShouldBeFalse();
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, true)]
    [InlineData(StatusCode.DeadlineExceeded, true)]
    [InlineData(StatusCode.PermissionDenied, true)]
    [InlineData(StatusCode.NotFound, false)]
    public void A_list_of_codes_excludes_the_others_but_never_the_verdict_retry(StatusCode code, bool allowed)
    {
        var policy = Constant with { MatchingCodes = "4, 7-9,14" };

        policy.Allows(1, code).ShouldBe(allowed);
        policy.Allows(1, null).ShouldBeTrue();
    }

    [Theory]
    [InlineData("3s", 3000)]
    [InlineData("1m30s", 90000)]
    [InlineData("1.5h", 5400000)]
    [InlineData("20ms", 20)]
    public void Durations_are_written_as_in_go(string text, double milliseconds)
    {
        GoDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalMilliseconds.ShouldBe(milliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("s")]
    [InlineData("-3s")]
    public void What_is_no_duration_is_not_read_as_one(string text) => GoDuration.TryParse(text, out _).ShouldBeFalse();
}
