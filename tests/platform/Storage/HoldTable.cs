using System.Data.Common;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Shouldly;

namespace Backoffice.Platform.Tests.Storage;

/// <summary>A table in which the database forbids overlap, made by a migration as the services' are.</summary>
internal sealed class HoldTable : IAsyncDisposable
{
    private readonly DbContext _db;

    private HoldTable(DbContext db) => _db = db;

    /// <param name="schema">On PostgreSQL, the schema the service would have.</param>
    public static async Task<HoldTable> CreateAsync(TestStore store, string schema)
    {
        var connection = store.Settings["Backoffice:ConnectionString"];
        var options = store.Kind == StoreKind.Sqlite
            ? new DbContextOptionsBuilder().UseSqlite($"Data Source={Path.Combine(store.Folder, schema + ".db")}")
            : new DbContextOptionsBuilder().UseNpgsql(new NpgsqlConnectionStringBuilder(connection) { SearchPath = schema }.ConnectionString);
        var table = new HoldTable(new DbContext(options.Options));
        var migration = new MigrationBuilder(table._db.Database.ProviderName);
        if (store.Kind == StoreKind.Postgres)
            migration.EnsureSchema(schema);
        migration.Sql("CREATE TABLE holds (id integer PRIMARY KEY, resource text NOT NULL, start_time bigint NOT NULL, end_time bigint NOT NULL, cancelled boolean NOT NULL);");
        migration.ForbidOverlap("holds", "resource", "start_time", "end_time", "cancelled");
        await table.MigrateAsync(migration);
        return table;
    }

    /// <summary>Adds a row; false when the database refused it as an overlap.</summary>
    public Task<bool> AddAsync(Hold hold) =>
        TryAsync($"INSERT INTO holds VALUES ({hold.Id}, {hold.Resource}, {hold.Start}, {hold.End}, {hold.Cancelled})");

    /// <summary>Changes a row; false when the database refused it as an overlap.</summary>
    public Task<bool> ChangeAsync(Hold hold) =>
        TryAsync($"UPDATE holds SET resource = {hold.Resource}, start_time = {hold.Start}, end_time = {hold.End}, cancelled = {hold.Cancelled} WHERE id = {hold.Id}");

    public Task RunAsync(FormattableString sql) => _db.Database.ExecuteSqlAsync(sql);

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    private Task MigrateAsync(MigrationBuilder migration) => _db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(
        _db.GetService<IMigrationsSqlGenerator>().Generate(migration.Operations), _db.GetService<IRelationalConnection>());

    private async Task<bool> TryAsync(FormattableString sql)
    {
        try
        {
            return await _db.Database.ExecuteSqlAsync(sql) == 1;
        }
        catch (DbException e) when (e.Message.Contains("holds_no_overlap", StringComparison.Ordinal))
        {
            StoreFailure.Of(e).ShouldBe(StoreVerdict.Conflict);
            return false;
        }
    }
}

/// <summary>One row: who holds what, from when to when.</summary>
internal sealed record Hold(int Id, string Resource, long Start, long End, bool Cancelled = false)
{
    public bool Clashes(Hold other) =>
        Id != other.Id && !Cancelled && !other.Cancelled && Resource == other.Resource && Start < other.End && other.Start < End;
}
