using Backoffice.Coordination.Statistics;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Statistics;

public sealed class DurationsTests
{
    [Fact]
    public void Every_length_is_known_to_five_per_cent()
    {
        for (var minutes = 0; minutes <= 20_000; minutes++)
        {
            var stretch = Durations.StretchOf(TimeSpan.FromMinutes(minutes));
            Durations.Quantile(0.5, [(stretch, 1)])!.Value.TotalMinutes.ShouldBe(minutes, minutes * 0.05);
        }
    }

    [Fact]
    public void Half_took_no_longer_than_the_median_and_nine_of_ten_no_longer_than_the_ninetieth()
    {
        var counts = Enumerable.Range(1, 10).Select(m => (Durations.StretchOf(TimeSpan.FromMinutes(m)), 1L)).ToList();
        Durations.Quantile(0.5, counts).ShouldBe(TimeSpan.FromMinutes(5));
        Durations.Quantile(0.9, counts).ShouldBe(TimeSpan.FromMinutes(9));
        Durations.Quantile(0.5, []).ShouldBeNull();
    }

    [Fact]
    public void What_took_longer_than_ten_years_counts_as_ten_years() =>
        Durations.StretchOf(TimeSpan.FromDays(36_500)).ShouldBe(Durations.StretchOf(TimeSpan.FromMinutes(10 * 250 * 7 * 60)));
}
