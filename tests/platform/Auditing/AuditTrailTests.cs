using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Auditing;

public sealed class AuditTrailTests(PlatformSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_change_is_on_record_with_account_method_and_resource(StoreKind store)
    {
        var suite = await suites.On(store);
        var unit = await CreateAsync(suite);
        var entry = (await Auditor(suite).ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/coordination", Resource = unit })).AuditEntries.ShouldHaveSingleItem();
        entry.Account.ShouldBe("sysadmin");
        entry.Method.ShouldBe("backoffice.coordination.v1.UnitService/CreateUnit");
        entry.Code.ShouldBe(0);
        entry.Hash.Length.ShouldBe(64);
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_of_permission_is_on_record(StoreKind store)
    {
        var suite = await suites.On(store);
        var account = $"clerk-{Guid.NewGuid():N}";
        var units = new UnitService.UnitServiceClient(suite.Call("coordination", account, Role.Clerk));
        await Refused.ForAsync("PERMISSION_DENIED", units.CreateUnitAsync(new CreateUnitRequest()));
        var entry = (await Auditor(suite).ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/coordination", Account = account })).AuditEntries.ShouldHaveSingleItem();
        entry.Reason.ShouldBe("PERMISSION_DENIED");
        entry.Code.ShouldBe(7);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_auditor_reads_and_the_reading_is_on_record(StoreKind store)
    {
        var suite = await suites.On(store);
        foreach (var role in new[] { Role.SystemAdministrator, Role.SecurityAdministrator, Role.Director })
        {
            var trail = new AuditService.AuditServiceClient(suite.Call("coordination", "somebody", role));
            await Refused.ForAsync("PERMISSION_DENIED", trail.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/coordination" }));
        }
        await Auditor(suite).ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/coordination", PageSize = 1 });
        var newest = (await Auditor(suite).ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/coordination", Account = "auditor" })).AuditEntries[0];
        newest.Method.ShouldBe("backoffice.platform.v1.AuditService/ListAuditEntries");
    }

    [Theory, EveryDatabase]
    public async Task The_database_refuses_to_change_or_remove_an_entry(StoreKind store)
    {
        var suite = await suites.On(store);
        await CreateAsync(suite);
        foreach (var table in new[] { "audit_entries", "events" })
        {
            (await Should.ThrowAsync<Exception>(() => ExecuteAsync(suite, $"DELETE FROM {table}"))).Message.ShouldContain("append-only");
            (await Should.ThrowAsync<Exception>(() => ExecuteAsync(suite, $"UPDATE {table} SET sequence = sequence + 1000000"))).Message.ShouldContain("append-only");
        }
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET account = 'nobody' WHERE sequence = 3", 3, "was altered")]
    [InlineData("UPDATE audit_entries SET hash = x'00' WHERE sequence = 2", 2, "was altered")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 2", 2, "is missing")]
    [InlineData("DELETE FROM audit_entries WHERE sequence >= 3", 3, "cut off")]
    public async Task An_intruder_with_the_database_is_found_out(string tampering, long broken, string finding)
    {
        await using var suite = await Suite.StartAsync(StoreKind.Sqlite, Coordination.CoordinationModule.Module);
        for (var i = 0; i < 4; i++)
            await CreateAsync(suite);
        var intact = await Auditor(suite).VerifyAuditTrailAsync(new VerifyAuditTrailRequest { Name = "services/coordination" });
        intact.Intact.ShouldBeTrue(intact.Finding);
        intact.CheckedCount.ShouldBeGreaterThanOrEqualTo(4);

        await ExecuteAsync(suite, "DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete; " + tampering);

        var verdict = await Auditor(suite).VerifyAuditTrailAsync(new VerifyAuditTrailRequest { Name = "services/coordination" });
        verdict.Intact.ShouldBeFalse();
        verdict.BrokenSequence.ShouldBe(broken);
        verdict.Finding.ShouldContain(finding);
    }

    [Fact]
    public async Task A_trail_is_asked_of_its_own_service()
    {
        var suite = await suites.On(StoreKind.Sqlite);
        await Refused.ForAsync("OTHER_SERVICE", Auditor(suite).ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/document" }));
    }

    private static AuditService.AuditServiceClient Auditor(Suite suite) => new(suite.Call("coordination", "auditor", Role.SecurityAuditor));

    private static async Task<string> CreateAsync(Suite suite)
    {
        var units = new UnitService.UnitServiceClient(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
        return (await units.CreateUnitAsync(new CreateUnitRequest { Unit = new Unit { DisplayName = "科室" } })).Unit.Name;
    }

#pragma warning disable CA2100 // statements of the tests themselves
    private static async Task ExecuteAsync(Suite suite, string sql)
    {
        if (suite.Store.Kind == StoreKind.Postgres)
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(suite.Store.Settings["Backoffice:ConnectionString"]) { SearchPath = "coordination" }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
            return;
        }
        await using var file = new SqliteConnection($"Data Source={Path.Combine(suite.Store.Folder, "coordination.db")}");
        await file.OpenAsync();
        await using var statement = file.CreateCommand();
        statement.CommandText = sql;
        await statement.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
