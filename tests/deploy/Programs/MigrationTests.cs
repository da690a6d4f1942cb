using System.Diagnostics;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>What the migration jobs run.</summary>
public sealed class MigrationTests
{
    [Theory, EveryDatabase]
    public async Task A_service_told_to_migrate_makes_its_store_and_ends(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var first = await MigrateAsync(store);
        first.ExitCode.ShouldBe(0, first.All);
        first.Output.ShouldMatch("^meeting: the store is at [0-9]{14}_[A-Za-z]+\\.\n$");
        (await MigrateAsync(store)).Output.ShouldBe(first.Output, "the second time there is nothing to do");
    }

    [Fact]
    public async Task Two_jobs_at_once_do_not_meet()
    {
        Assert.SkipUnless(TestStore.Server is not null, $"{TestStore.PostgresVariable} is not set");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        var both = await Task.WhenAll(MigrateAsync(store), MigrateAsync(store));
        both.ShouldAllBe(e => e.ExitCode == 0, string.Concat(both.Select(e => e.All)));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_fails_the_job()
    {
        var start = Start();
        start.Environment["Backoffice__Store"] = "Postgres";
        start.Environment["Backoffice__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=nobody";
        var ended = await Command.RunAsync(start);
        ended.ExitCode.ShouldNotBe(0, ended.All);
    }

    private static Task<Ended> MigrateAsync(TestStore store)
    {
        var start = Start();
        foreach (var (name, value) in store.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Command.RunAsync(start);
    }

    private static ProcessStartInfo Start() => new(Path.Combine(AppContext.BaseDirectory, "Backoffice.Meeting"), ["migrate"]);
}
