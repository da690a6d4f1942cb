using System.Data.Common;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Storage;

public sealed class OverlapMigrationTests
{
    private static readonly Gen<Hold> AnyHold = Gen.Select(
        Gen.Int[1, 12], Gen.Bool.Select(b => b ? "a" : "b"), Gen.Long[0, 15], Gen.Long[1, 6], Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))),
        (id, resource, start, length, cancelled) => new Hold(id, resource, start, start + length, cancelled));

    [Theory, EveryDatabase]
    public async Task The_database_refuses_exactly_what_overlaps(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var table = await HoldTable.CreateAsync(store, "one");
        await AnyHold.Array[1, 40].SampleAsync(async history =>
        {
            await table.RunAsync($"DELETE FROM holds");
            var model = new Dictionary<int, Hold>();
            foreach (var hold in history)
            {
                var accepted = model.ContainsKey(hold.Id) ? await table.ChangeAsync(hold) : await table.AddAsync(hold);
                accepted.ShouldBe(!model.Values.Any(hold.Clashes), $"{hold} among {string.Join(", ", model.Values)}");
                if (accepted)
                    model[hold.Id] = hold;
            }
        }, iter: 60, threads: 1);
    }

    [Theory, EveryDatabase]
    public async Task Ticks_of_this_century_are_told_apart(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var table = await HoldTable.CreateAsync(store, "one");
        var nine = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).UtcTicks;
        var ten = nine + TimeSpan.TicksPerHour;
        (await table.AddAsync(new Hold(1, "a", nine, ten))).ShouldBeTrue();
        (await table.AddAsync(new Hold(2, "a", ten - 1, ten + 1))).ShouldBeFalse();
        (await table.AddAsync(new Hold(3, "a", ten, ten + 1))).ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task An_interval_that_is_none_is_refused_because_it_would_overlap_nothing(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var table = await HoldTable.CreateAsync(store, "one");
        (await Should.ThrowAsync<DbException>(() => table.AddAsync(new Hold(1, "a", 5, 5)))).Message.ShouldContain("holds_interval");
        (await table.AddAsync(new Hold(1, "a", 5, 6))).ShouldBeTrue();
        (await Should.ThrowAsync<DbException>(() => table.ChangeAsync(new Hold(1, "a", 6, 6)))).Message.ShouldContain("holds_interval");
    }

    [Fact]
    public async Task Services_that_start_together_on_one_database_all_get_their_constraint()
    {
        Assert.SkipWhen(TestStore.Server is null, $"{TestStore.PostgresVariable} is not set");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        var tables = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => HoldTable.CreateAsync(store, $"service{i}")));
        foreach (var table in tables)
        {
            (await table.AddAsync(new Hold(1, "a", 1, 3))).ShouldBeTrue();
            (await table.AddAsync(new Hold(2, "a", 2, 4))).ShouldBeFalse();
            await table.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_service_whose_schema_goes_does_not_take_the_others_constraint_along()
    {
        Assert.SkipWhen(TestStore.Server is null, $"{TestStore.PostgresVariable} is not set");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        await using var first = await HoldTable.CreateAsync(store, "first");
        await using var second = await HoldTable.CreateAsync(store, "second");
        await first.RunAsync($"DROP SCHEMA first CASCADE");
        (await second.AddAsync(new Hold(1, "a", 1, 3))).ShouldBeTrue();
        (await second.AddAsync(new Hold(2, "a", 2, 4))).ShouldBeFalse();
    }
}
