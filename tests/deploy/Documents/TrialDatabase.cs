using Npgsql;

namespace Backoffice.Deploy.Tests.Documents;

/// <summary>The PostgreSQL server of the tests, as psql is told of it.</summary>
internal sealed class TestServer(NpgsqlConnectionStringBuilder text)
{
    public NpgsqlConnectionStringBuilder Text { get; } = text;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["PGHOST"] = Text.Host!,
        ["PGPORT"] = $"{Text.Port}",
        ["PGUSER"] = Text.Username!,
        ["PGPASSWORD"] = Text.Password ?? "",
        ["PASSWORD"] = TrialDatabase.Password,
    };

    public async Task<bool> IsSuperuserAsync() => await ScalarAsync("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is true;

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Text.ConnectionString) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // The tests' own text.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}

/// <summary>What a page's commands make on that server, under names of this test, and removed afterwards.</summary>
internal sealed class TrialDatabase(TestServer server) : IAsyncDisposable
{
    public const string Password = "of-this-test";

    private readonly string _name = $"backoffice_trial_{Guid.NewGuid():N}";

    /// <summary>The commands with the database and its roles named as this test's.</summary>
    public string Named(string commands) => commands.Replace("backoffice", _name, StringComparison.Ordinal);

    /// <summary>How a service connects; without a name, the owner of everything.</summary>
    public string ConnectionOf(string service) => new NpgsqlConnectionStringBuilder
    {
        Host = server.Text.Host,
        Port = server.Text.Port,
        Database = _name,
        Username = service.Length > 0 ? $"{_name}_{service}" : _name,
        Password = Password,
        Pooling = false,
        // A server that all tests share may take its time.
        Timeout = 120,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await server.ScalarAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        var roles = (string?[])(await server.ScalarAsync($"SELECT coalesce(array_agg(rolname::text), '{{}}') FROM pg_roles WHERE rolname LIKE '{_name}%'"))!;
        foreach (var role in roles)
            await server.ScalarAsync($"DROP ROLE {role}");
    }
}
