using System.Runtime.InteropServices;
using Backoffice.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backoffice.Bench.Report;

/// <summary>What was measured on: kinds and versions, no names.</summary>
internal static class Machine
{
    public static async Task<string> DescribeAsync() => string.Join(", ",
    [
        $"{Environment.ProcessorCount} cores ({Processor()})",
        $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB",
        $"{(OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : "macOS")} {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        $"SQLite {new SqliteConnection().ServerVersion}",
        await PostgresAsync(),
    ]);

    /// <summary>How busy the machine is, with the bench or with others.</summary>
    public static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : "unknown";

    private static async Task<string> PostgresAsync()
    {
        if (TestStore.Server is null)
            return "no PostgreSQL";
        await using var connection = new NpgsqlConnection(TestStore.Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT current_setting('server_version_num')::int / 10000 || ' with fsync ' || current_setting('fsync') || ' and shared_buffers ' || current_setting('shared_buffers')", connection);
        return $"PostgreSQL {await command.ExecuteScalarAsync()}";
    }
}
