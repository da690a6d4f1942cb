using Backoffice.Proofreading.Characters;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Characters;

public sealed class PackedCountsTests
{
    [Fact]
    public void What_was_packed_is_counted_within_a_twentieth_and_nothing_else()
    {
        var random = new Random(7);
        var runs = Enumerable.Range(0, 5_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => (char)random.Next(0x4E00, 0x9FFF))))
            .Distinct().ToDictionary(r => r, _ => (double)random.Next(1, 100_000));
        var packed = PackedCounts.Pack(runs.Select(r => KeyValuePair.Create(PackedCounts.KeyOfRun(r.Key), r.Value)), 1_000_000);

        var counts = PackedCounts.Unpack(new MemoryStream(packed));

        counts.Characters.ShouldBe(1_000_000);
        foreach (var (run, count) in runs)
            counts.OfRun(run).ShouldBe(count, count / 20);
        counts.OfRun("甲乙丙丁").ShouldBe(0);
        counts.OfWord(runs.Keys.First()).ShouldBe(0);
    }
}
