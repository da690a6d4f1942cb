using Backoffice.Host.Up;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Backoffice.Host.Backup;

/// <summary>
/// Records in SQLite files. All files are copied as of one moment: a consumer that was copied later than its producer would know
/// events that the producer is to give out again. So every writer is kept waiting for as long as it takes to begin reading all
/// files, which is milliseconds; the copying itself disturbs nobody.
/// </summary>
internal sealed class SqliteRecords(Installation installation) : IRecords
{
    private const int PagesAtOnce = 2048;

    public StoreKind Kind => StoreKind.Sqlite;

    public Task<long> SizeAsync(CancellationToken stop) => Task.FromResult(Modules().Sum(m => new FileInfo(PathOf(installation.Folder, m)).Length));

    public async Task<(IReadOnlyDictionary<string, StoreContent> Stores, IReadOnlyList<string> Files)> CopyAsync(string folder, Action<long> progress, CancellationToken stop)
    {
        var modules = Modules();
        Directory.CreateDirectory(Path.Combine(folder, "services"));
        var readers = Freeze(modules);
        try
        {
            foreach (var (module, reader) in modules.Zip(readers))
                Copy(reader, PathOf(folder, module), progress, stop);
        }
        finally
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
        }
        var stores = new Dictionary<string, StoreContent>();
        foreach (var module in modules)
            stores.Add(module.Name, await Stored.ContentAsync(module, OptionsOf(module, folder), stop));
        return (stores, [.. modules.Select(m => $"services/{m.Name}.db")]);
    }

    public Task RestoreAsync(string backup, string place, CancellationToken stop) => Task.CompletedTask;

    public PlatformOptions OptionsOf(ServiceModule module, string place) => new()
    {
        DataFolder = Path.Combine(place, "services"),
        // Whoever closes it last takes its helper files away, for which it must be allowed to write.
        ConnectionString = ConnectionText(PathOf(place, module)),
    };

    private IReadOnlyList<ServiceModule> Modules() => [.. Up.Modules.InOrder.Where(m => File.Exists(PathOf(installation.Folder, m)))];

    private static string PathOf(string folder, ServiceModule module) => Path.Combine(folder, "services", $"{module.Name}.db");

    private static string ConnectionText(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString;

    /// <summary>A connection to each file, all reading the same moment.</summary>
    private List<SqliteConnection> Freeze(IReadOnlyList<ServiceModule> modules)
    {
        var writers = new List<SqliteConnection>();
        var readers = new List<SqliteConnection>();
        var frozen = false;
        try
        {
            foreach (var module in modules)
                writers.Add(Open(module, "BEGIN IMMEDIATE"));
            foreach (var module in modules)
                readers.Add(Open(module, "BEGIN; SELECT count(*) FROM sqlite_schema"));
            frozen = true;
            return readers;
        }
        finally
        {
            foreach (var connection in frozen ? writers : [.. writers, .. readers])
                connection.Dispose();
        }
    }

    private SqliteConnection Open(ServiceModule module, string begin)
    {
        var connection = new SqliteConnection(ConnectionText(PathOf(installation.Folder, module)));
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of two texts above
        command.CommandText = $"PRAGMA busy_timeout = 30000; {begin}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Copies what a connection sees, some pages at a time.</summary>
    private static void Copy(SqliteConnection from, string path, Action<long> progress, CancellationToken stop)
    {
        using (File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write))
            Restrict(path);
        using (var target = new SqliteConnection(ConnectionText(path)))
        {
            target.Open();
            using var backup = raw.sqlite3_backup_init(target.Handle, "main", from.Handle, "main");
            var (before, code) = (0L, raw.SQLITE_OK);
            while (code == raw.SQLITE_OK)
            {
                stop.ThrowIfCancellationRequested();
                code = raw.sqlite3_backup_step(backup, PagesAtOnce);
                var done = (raw.sqlite3_backup_pagecount(backup) - raw.sqlite3_backup_remaining(backup)) * PageSize;
                progress(done - before);
                before = done;
            }
            if (code != raw.SQLITE_DONE)
                throw new SqliteException($"{Path.GetFileName(path)} could not be copied: {raw.sqlite3_errstr(code).utf8_to_string()}.", code);
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The size of a page, in bytes, as EF makes databases.</summary>
    private const long PageSize = 4096;

    private static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
