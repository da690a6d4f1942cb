using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Backoffice.Platform.Tests.Storage;

public sealed class CheckpointerTests(PlatformSuites suites)
{
    [Fact]
    public async Task A_long_log_of_SQLite_is_carried_over_into_the_database_after_the_next_change()
    {
        var suite = await suites.On(StoreKind.Sqlite);
        var units = new UnitService.UnitServiceClient(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
        await using var store = await suite.Services("coordination").GetRequiredService<StoreConnections>().OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync("CREATE TABLE ballast (bytes BLOB)");
        await RunAsync("INSERT INTO ballast VALUES (zeroblob(8000000))");
        await RunAsync("DROP TABLE ballast");

        await units.CreateUnitAsync(new CreateUnitRequest { UnitId = $"u{Guid.NewGuid():N}", Unit = new Unit { DisplayName = "考核科" }, RequestId = Guid.NewGuid().ToString() });

        await Eventually.TrueAsync(async () => await NotCarriedOverAsync() < 1000);

        async Task RunAsync(string statement)
        {
            await using var command = store.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        async Task<long> NotCarriedOverAsync()
        {
            await using var command = store.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(NOOP)";
            await using var log = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            await log.ReadAsync(TestContext.Current.CancellationToken);
            return log.GetInt64(1) - log.GetInt64(2);
        }
    }
}
