using System.Runtime.CompilerServices;
using Backoffice.Host.Backup;
using Backoffice.Host.Up;
using Npgsql;
using StackExchange.Redis;

namespace Backoffice.Host.Doctor;

/// <summary>Looks at the servers of an installation that keeps its records in PostgreSQL, or uses a Redis of its own.</summary>
internal static class Servers
{
    /// <summary>Connections that the pools of six services may open; with fewer, calls wait for one and fail.</summary>
    private const int Connections = 200;

    /// <summary>The database, and what each service keeps in it.</summary>
    public static async IAsyncEnumerable<Finding> PostgresAsync(Installation installation, string connectionText, [EnumeratorCancellation] CancellationToken stop)
    {
        var (modules, findings) = await LookAsync(connectionText, stop);
        foreach (var finding in findings)
            yield return finding;
        var records = new PostgresRecords(connectionText);
        foreach (var module in modules)
        {
            await foreach (var finding in Records.OfAsync(module, records.OptionsOf(module, installation.Folder), stop))
                yield return finding;
        }
    }

    /// <summary>Redis, which may lose everything but must be there.</summary>
    public static async Task<Finding> RedisAsync(string configuration)
    {
        try
        {
            var options = ConfigurationOptions.Parse(configuration);
            options.AbortOnConnectFail = true;
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            var answered = await redis.GetDatabase().PingAsync();
            return new Finding(Grade.Ok, $"Redis answers ({answered.TotalMilliseconds:0.0} ms)");
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ArgumentException)
        {
            return new Finding(Grade.Fail, $"Redis does not answer: {e.Message}", "Start it, or mend its address. Nothing in it is lost to the office: directory, sessions and budgets are made anew.");
        }
    }

    private static async Task<(IReadOnlyList<Platform.Hosting.ServiceModule> Modules, List<Finding> Findings)> LookAsync(string connectionText, CancellationToken stop)
    {
        try
        {
            var modules = await new PostgresRecords(connectionText).ModulesAsync(stop);
            await using var connection = new NpgsqlConnection(connectionText);
            await connection.OpenAsync(stop);
            return (modules, [new Finding(Grade.Ok, $"PostgreSQL {connection.PostgreSqlVersion} answers, with the records of {modules.Count} services"), .. await SettingsAsync(connection, stop)]);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or TimeoutException)
        {
            return ([], [new Finding(Grade.Fail, $"PostgreSQL does not answer: {e.Message}", "Start it, or mend the connection text. Until then every call that reads or changes records is refused.")]);
        }
    }

    private static async Task<IReadOnlyList<Finding>> SettingsAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var findings = new List<Finding>();
        if (await SettingAsync(connection, "fsync", stop) == "off")
            findings.Add(new Finding(Grade.Fail, "PostgreSQL does not wait for the disk (fsync is off)", "Set fsync = on: after a power cut the records would not be whole."));
        if (await SettingAsync(connection, "synchronous_commit", stop) == "off")
            findings.Add(new Finding(Grade.Fail, "PostgreSQL answers before the disk has it (synchronous_commit is off)", "Set synchronous_commit = on: what was answered could be lost."));
        if (await SettingAsync(connection, "max_connections", stop) is var most && int.TryParse(most, out var count) && count < Connections)
            findings.Add(new Finding(Grade.Warn, $"PostgreSQL takes {count} connections", $"Set max_connections to {Connections} or more: under load calls wait for a connection."));
        return findings;
    }

    private static async Task<string?> SettingAsync(NpgsqlConnection connection, string name, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = name } } };
        return (string?)await command.ExecuteScalarAsync(stop);
    }
}
