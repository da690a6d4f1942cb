using Backoffice.Platform.Errors;
using Backoffice.Platform.Time;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Time;

public sealed class IntervalTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Gen<Interval> Small = Gen.Select(Gen.Int[0, 20], Gen.Int[1, 8], (start, hours) => Interval.Of(At(start), At(start + hours), Longest));

    [Fact]
    public void Intervals_overlap_when_some_hour_is_in_both() => Gen.Select(Small, Small).Sample((one, other) =>
        one.Overlaps(other) == Enumerable.Range(0, 30).Any(h => Holds(one, At(h)) && Holds(other, At(h))));

    [Fact]
    public void Overlapping_is_mutual_and_everything_overlaps_itself() => Gen.Select(Small, Small).Sample((one, other) =>
        one.Overlaps(other) == other.Overlaps(one) && one.Overlaps(one));

    [Fact]
    public void Intervals_that_touch_do_not_overlap() => Interval.Of(At(0), At(1), Longest).Overlaps(Interval.Of(At(1), At(2), Longest)).ShouldBeFalse();

    [Fact]
    public void One_tick_in_common_is_an_overlap() =>
        Interval.Of(At(0), At(1).AddTicks(1), Longest).Overlaps(Interval.Of(At(1), At(2), Longest)).ShouldBeTrue();

    [Fact]
    public void The_same_instants_with_other_offsets_are_the_same_interval() =>
        Interval.Of(At(0).ToUniversalTime(), At(1).ToUniversalTime(), Longest).ShouldBe(Interval.Of(At(0), At(1), Longest));

    [Theory, InlineData(0), InlineData(-1)]
    public void An_end_that_is_not_behind_the_start_is_refused(int ticks)
    {
        var refusal = Should.Throw<Refusal>(() => Interval.Of(Nine, Nine.AddTicks(ticks), Longest));
        refusal.Reason.ShouldBe("INVALID_INTERVAL");
        refusal.Facts["start_time"].ShouldBe("2026-03-02T09:00:00+08:00");
        refusal.Facts["why"].ShouldContain("not behind the start");
    }

    [Fact]
    public void The_longest_interval_is_allowed_and_a_tick_more_is_not()
    {
        Interval.Of(Nine, Nine + Longest, Longest).End.ShouldBe(Nine + Longest);
        var refusal = Should.Throw<Refusal>(() => Interval.Of(Nine, Nine + Longest + TimeSpan.FromTicks(1), Longest));
        refusal.Reason.ShouldBe("INVALID_INTERVAL");
        refusal.Facts["end_time"].ShouldBe("2026-04-02T09:00:00.0000001+08:00");
        refusal.Facts["why"].ShouldContain("31 days");
    }

    [Fact]
    public void What_ends_now_is_over_and_what_runs_is_not()
    {
        var interval = Interval.Of(At(0), At(1), Longest);
        interval.ExpectAhead(At(1).AddTicks(-1));
        var refusal = Should.Throw<Refusal>(() => interval.ExpectAhead(At(1)));
        refusal.Reason.ShouldBe("INVALID_INTERVAL");
        refusal.Facts["why"].ShouldContain("over");
    }

    private static DateTimeOffset At(int hour) => Nine.AddHours(hour);

    private static bool Holds(Interval interval, DateTimeOffset instant) => interval.Start <= instant && instant < interval.End;
}
