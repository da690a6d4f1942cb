using Backoffice.Identity.Keys;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Keys;

public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly KeySchedule Schedule = new(TimeSpan.FromDays(30), TimeSpan.FromHours(1), TimeSpan.FromHours(13));

    [Fact]
    public void The_first_key_signs_at_once() => Schedule.NextSignFrom([], Start).ShouldBe(Start);

    [Fact]
    public void The_next_key_is_made_an_hour_before_it_signs()
    {
        var keys = new[] { Key("a", Start) };
        Schedule.NextSignFrom(keys, Start.AddDays(30).AddHours(-1).AddTicks(-1)).ShouldBeNull();
        Schedule.NextSignFrom(keys, Start.AddDays(30).AddHours(-1)).ShouldBe(Start.AddDays(30));
    }

    [Fact]
    public void After_a_long_standstill_the_next_key_still_waits_an_hour() =>
        Schedule.NextSignFrom([Key("a", Start)], Start.AddDays(300)).ShouldBe(Start.AddDays(300).AddHours(1));

    [Fact]
    public void A_key_made_ahead_is_published_and_does_not_sign_yet()
    {
        var keys = new[] { Key("a", Start), Key("b", Start.AddDays(30)) };
        Kids(keys, Start.AddDays(30).AddTicks(-1)).ShouldBe(["a", "b"]);
        Kids(keys, Start.AddDays(30)).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void A_key_stays_published_until_nothing_it_signed_can_be_valid()
    {
        var keys = new[] { Key("a", Start), Key("b", Start.AddDays(30)) };
        Kids(keys, Start.AddDays(30).AddHours(13).AddTicks(-1)).ShouldBe(["b", "a"]);
        Kids(keys, Start.AddDays(30).AddHours(13)).ShouldBe(["b"]);
        Schedule.IsOver(keys[0], keys, Start.AddDays(30).AddHours(13)).ShouldBeTrue();
    }

    private static IEnumerable<string> Kids(SigningKey[] keys, DateTimeOffset now) => Schedule.Published(keys, now).Select(k => k.Kid);

    private static SigningKey Key(string kid, DateTimeOffset signFrom) => new() { Kid = kid, CreateTime = signFrom, SignFrom = signFrom, PrivateKey = [], LockKey = [] };
}
