using Npgsql;

namespace Backoffice.Testing;

/// <summary>
/// A PostgreSQL server of a test's own whose records and whose log of changes lie on small disks of their own. It may end
/// over a full disk, and be started again.
/// </summary>
public sealed class SmallPostgres : IAsyncDisposable
{
    /// <summary>What a test says that is skipped because there can be none.</summary>
    public const string Missing = "only root on Linux can make small disks, and PostgreSQL's programs and account must be there";

    // Room for the cluster as it is made and for a service's empty tables.
    private const int SizeAtFirst = 64;

    // The server writes what it does here, and does not run as root.
    private readonly string _folder = Directory.CreateTempSubdirectory("backoffice-postgres-").FullName;
    private readonly string _programs;
    private readonly int _port = FreePort.Find();

    private SmallPostgres(string programs, SmallDisk records, SmallDisk log) => (_programs, Records, Log) = (programs, records, log);

    /// <summary>The disk of tables and indexes.</summary>
    public SmallDisk Records { get; }

    /// <summary>The disk of the log of changes (WAL).</summary>
    public SmallDisk Log { get; }

    /// <summary>Settings that point a module at it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Backoffice:Store"] = "Postgres", ["Backoffice:ConnectionString"] = ConnectionText };

    private string ConnectionText => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;MaxPoolSize=20";

    /// <summary>Makes one and starts it; nothing where this machine cannot.</summary>
    public static async Task<SmallPostgres?> StartNewAsync()
    {
        if (Programs() is not { } programs || await SmallDisk.MakeAsync(SizeAtFirst) is not { } records)
            return null;
        var server = new SmallPostgres(programs, records, (await SmallDisk.MakeAsync(SizeAtFirst))!);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(server._folder, (UnixFileMode)0b111_111_111);
        // Pieces of the log as small as they can be: a new one is soon asked for.
        await server.RunAsync("initdb", "--waldir", Path.Combine(server.Log.Path, "log"), "--wal-segsize", "1", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8");
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public Task StartAsync() => RunAsync(
        "pg_ctl", "start", "-w", "-l", Path.Combine(_folder, "said"),
        "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=16MB");

    public async Task<bool> RunsAsync() => (await TryAsync("pg_ctl", "status")).ExitCode == 0;

    /// <summary>Lets it write down what it holds in memory, as it does every few minutes; whether it could.</summary>
    public async Task<bool> CheckpointAsync()
    {
        await using var connection = new NpgsqlConnection($"{ConnectionText};Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CHECKPOINT", connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        // It may have ended by itself.
        await TryAsync("pg_ctl", "stop", "-m", "immediate");
        await Records.DisposeAsync();
        await Log.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Programs()
    {
        const string versions = "/usr/lib/postgresql";
        return SystemCommand.Find("runuser") is null || !Directory.Exists(versions)
            ? null
            : Directory.GetDirectories(versions).Select(v => Path.Combine(v, "bin")).LastOrDefault(b => File.Exists(Path.Combine(b, "initdb")));
    }

    private async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var ended = await TryAsync(program, arguments);
        if (ended.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {ended.All}");
    }

    // Its programs refuse to run as root.
    private Task<Ended> TryAsync(string program, params IEnumerable<string> arguments) => SystemCommand.RunAsync(
        new System.Diagnostics.ProcessStartInfo("runuser", ["-u", "postgres", "--", Path.Combine(_programs, program), "-D", Path.Combine(Records.Path, "records"), .. arguments]) { WorkingDirectory = _folder });
}
