using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Storage;

public sealed class ValuePlansTests(PlatformSuites suites)
{
    /// <summary>Npgsql prepares what comes the fifth time; PostgreSQL keeps a plan after five more.</summary>
    private const int Often = 20;

    [Fact]
    public async Task PostgreSQL_keeps_a_plan_for_all_values_but_where_each_value_is_to_have_its_own()
    {
        Assert.SkipWhen(TestStore.Server is null, $"{TestStore.PostgresVariable} is not set");
        await using var scope = (await suites.On(StoreKind.Postgres)).Services("coordination").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        // A plan belongs to its connection.
        await db.Database.OpenConnectionAsync(Stop);
        try
        {
            for (var i = 0; i < Often; i++)
            {
                var account = $"people/{i}";
                await ReadAsync(db, "for all values", account);
                await db.PlannedForValuesAsync(() => ReadAsync(db, "for each value", account), Stop);
            }

            (await KeptAsync(db, "for all values")).ShouldBeGreaterThan(0);
            (await KeptAsync(db, "for each value")).ShouldBe(0);
        }
        finally
        {
            // The context is used again by others, who could not begin a turn with a connection that is open.
            await db.Database.CloseConnectionAsync();
        }
    }

    [Theory, EveryDatabase]
    public async Task What_is_read_within_a_transaction_leaves_it_open(StoreKind store)
    {
        await using var scope = (await suites.On(store)).Services("coordination").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        (await db.PlannedForValuesAsync(() => ReadAsync(db, "within", "nobody"), Stop)).ShouldBeEmpty();
        db.Database.CurrentTransaction.ShouldBeSameAs(transaction);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<List<long>> ReadAsync(ServiceDb db, string tag, string account) =>
        db.AuditEntries.TagWith(tag).Where(e => e.Account == account && e.Sequence == 1).Select(e => e.Sequence).ToListAsync(Stop);

    private static Task<long> KeptAsync(ServiceDb db, string tag) => db.Database
        .SqlQuery<long>($"SELECT generic_plans AS \"Value\" FROM pg_prepared_statements WHERE statement LIKE {$"-- {tag}%"}").SingleAsync(Stop);
}
