using Backoffice.Host.Tests.Backup;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Doctor;

/// <summary>An installation on PostgreSQL and Redis: what the doctor finds in servers that are away, carelessly set, or tampered with.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Records_in_PostgreSQL_are_examined_like_files()
    {
        Assert.SkipUnless(TestStore.Server is not null, $"{TestStore.PostgresVariable} is not set");
        await using var office = new TrialInstallation();
        var (store, arguments) = await Backups.StoreAsync(StoreKind.Postgres);
        await using var database = store;
        await (await office.UpAsync(["--demo", .. arguments])).TerminateAsync();
        // A careless setting of this database alone, and an entry of the audit trail changed by whoever may change everything.
        await AlterAsync(arguments[1], "ALTER DATABASE current_database SET synchronous_commit = off");
        await AlterAsync(arguments[1], "ALTER TABLE coordination.audit_entries DISABLE TRIGGER USER; UPDATE coordination.audit_entries SET account = 'somebody-else' WHERE sequence = 1");

        var ended = await office.RunAsync(["doctor", "--http", $"{office.HttpPort}", "--grpc", $"{office.GrpcPort}", .. arguments]);
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBeEmpty();
        ended.Output.ShouldContain("with the records of 6 services");
        ended.Output.ShouldContain("fail  PostgreSQL answers before the disk has it (synchronous_commit is off)\n      → Set synchronous_commit = on");
        ended.Output.ShouldContain("fail  coordination: its audit trail was tampered with: Entry 1 was altered.");
        ended.Output.ShouldContain("ok    identity: its audit trail is whole");
    }

    [Fact]
    public async Task Servers_that_are_away_are_named_with_what_to_do()
    {
        await using var office = new TrialInstallation();
        Directory.CreateDirectory(office.Data);
        var nobody = FreePort.Find();
        var ended = await office.RunAsync(
            "doctor", "--http", $"{office.HttpPort}", "--grpc", $"{office.GrpcPort}", "--postgres", $"Host=127.0.0.1;Port={nobody};Username=nobody", "--redis", $"127.0.0.1:{nobody},connectTimeout=500,connectRetry=1");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBeEmpty();
        ended.Output.ShouldContain("fail  PostgreSQL does not answer:");
        ended.Output.ShouldContain("→ Start it, or mend the connection text.");
        ended.Output.ShouldContain("fail  Redis does not answer:");
        ended.Output.ShouldContain("Nothing in it is lost to the office");
    }

    private static async Task AlterAsync(string connectionText, string statements)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionText) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        // The tests' own text; a database is altered by its name, which is the test's as well.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(statements.Replace("current_database", connection.Database, StringComparison.Ordinal), connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
