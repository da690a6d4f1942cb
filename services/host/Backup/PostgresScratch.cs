using Npgsql;

namespace Backoffice.Host.Backup;

/// <summary>A database made for a drill on the server that is named, and dropped after it.</summary>
internal sealed class PostgresScratch : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private PostgresScratch(string server, string name) => (_server, _name) = (server, name);

    public string ConnectionText => new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = false }.ConnectionString;

    public static async Task<PostgresScratch> CreateAsync(string server, CancellationToken stop)
    {
        var scratch = new PostgresScratch(server, $"backoffice_drill_{Guid.NewGuid():N}");
        await scratch.RunAsync($"CREATE DATABASE {scratch._name}", stop);
        return scratch;
    }

    // Whatever happened, and whoever still looks into it.
    public async ValueTask DisposeAsync() => await RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", CancellationToken.None);

    private async Task RunAsync(string statement, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
#pragma warning disable CA2100 // the name is made above
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
    }
}
