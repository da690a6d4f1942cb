using Backoffice.Platform.Storage;
using Npgsql;

namespace Backoffice.Testing;

/// <summary>Where the services of one suite keep their records: a folder of SQLite files, or a PostgreSQL database of its own.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>Connection text of a PostgreSQL server on which tests may create databases.</summary>
    public const string PostgresVariable = "BACKOFFICE_TEST_POSTGRES";

    private readonly string? _database;

    private TestStore(StoreKind kind, string? database) => (Kind, _database) = (kind, database);

    public StoreKind Kind { get; }

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("backoffice-").FullName;

    public static string? Server => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } text ? text : null;

    public static async Task<TestStore> CreateAsync(StoreKind kind)
    {
        if (kind == StoreKind.Sqlite)
            return new TestStore(kind, null);
        var name = $"backoffice_test_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        return new TestStore(kind, name);
    }

    /// <summary>Where its server is; null where there is none.</summary>
    public (string Host, int Port)? Address => _database is not null && new NpgsqlConnectionStringBuilder(Server) is { Host: { } host, Port: var port } ? (host, port) : null;

    /// <summary>Settings that point a module at this store.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsThrough(null);

    /// <summary>The same by way of a link.</summary>
    public IReadOnlyDictionary<string, string?> SettingsThrough(Link? link) => new Dictionary<string, string?>
    {
        ["Backoffice:Store"] = Kind.ToString(),
        ["Backoffice:DataFolder"] = Folder,
        ["Backoffice:ConnectionString"] = _database is null ? "" : ConnectionString(link),
    };

    /// <summary>Cuts every connection to it, as a server that is started again or fails over does; nothing where there is no server.</summary>
    public Task CutConnectionsAsync() => _database is null
        ? Task.CompletedTask
        : RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_database}'");

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync($"DROP DATABASE {_database} WITH (FORCE)");
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    private string ConnectionString(Link? link)
    {
        var settings = new NpgsqlConnectionStringBuilder(Server) { Database = _database, MaxPoolSize = 20 };
        if (link is not null)
            (settings.Host, settings.Port) = ("127.0.0.1", link.Port);
        return settings.ConnectionString;
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The name is made above from digits and letters only.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
