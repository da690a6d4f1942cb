using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Backoffice.Platform.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backoffice.Testing;

/// <summary>Looks for text anywhere in a suite's records and files, as an intruder would.</summary>
public static partial class StoredText
{
    /// <summary>Names of the files or tables that hold the text; empty when none does.</summary>
    public static async Task<IReadOnlyList<string>> FindInStoreAsync(this Suite suite, string text)
    {
        var found = await FindInFilesAsync(suite.Store.Folder, text);
        if (suite.Store.Kind == StoreKind.Postgres)
            found.AddRange(await FindInTablesAsync(suite.Store.Settings["Backoffice:ConnectionString"]!, text));
        return found;
    }

    /// <summary>Every marker (zz, 16 hexadecimal digits, zz) that stands in a record or file of the store.</summary>
    public static async Task<IReadOnlySet<string>> MarkersAsync(this TestStore store)
    {
        SqliteConnection.ClearAllPools();
        var found = new HashSet<string>();
        foreach (var path in System.IO.Directory.EnumerateFiles(store.Folder, "*", SearchOption.AllDirectories))
            found.UnionWith(Marker().Matches(Encoding.Latin1.GetString(await ReadAsync(path))).Select(m => m.Value));
        if (store.Kind == StoreKind.Postgres)
        {
            foreach (var text in await RowsAsync(store.Settings["Backoffice:ConnectionString"]!))
                found.UnionWith(Marker().Matches(text).Select(m => m.Value));
        }
        return found;
    }

    [GeneratedRegex("zz[0-9a-f]{16}zz")]
    private static partial Regex Marker();

    // The runtime locks its files. Such locks are advice: .NET takes it and an intruder does not, so the system's own tool reads.
    private static async Task<byte[]> ReadAsync(string path) => await TryReadAsync(path) ?? await TryReadAsync(path) ?? throw new IOException($"{path} could not be read.");

    // Null where it failed and the file is there: a file of the store may have gone and come back in between.
    private static async Task<byte[]?> TryReadAsync(string path)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", ["--", path]) { RedirectStandardOutput = true })!;
        var content = new MemoryStream();
        await cat.StandardOutput.BaseStream.CopyToAsync(content);
        await cat.WaitForExitAsync();
        return cat.ExitCode == 0 || !File.Exists(path) ? content.ToArray() : null;
    }

    private static async Task<List<string>> RowsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var rows = new List<string>();
        foreach (var table in await TablesAsync(connection))
        {
#pragma warning disable CA2100 // names come from the catalogue, quoted by it
            await using var command = new NpgsqlCommand($"SELECT t::text FROM {table} t WHERE t::text LIKE '%zz%'", connection);
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(reader.GetString(0));
        }
        return rows;
    }

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection)
    {
        var tables = new List<string>();
        await using var command = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }

    /// <summary>Names of the files below a folder that hold the text.</summary>
    public static async Task<List<string>> FindInFilesAsync(string folder, string text)
    {
        SqliteConnection.ClearAllPools();
        var (bytes, found) = (Encoding.UTF8.GetBytes(text), new List<string>());
        foreach (var path in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if ((await ReadAsync(path)).AsSpan().IndexOf(bytes) >= 0)
                found.Add(path);
        }
        return found;
    }

    private static async Task<List<string>> FindInTablesAsync(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var found = new List<string>();
        foreach (var table in await TablesAsync(connection))
        {
#pragma warning disable CA2100 // names come from the catalogue, quoted by it
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table} t WHERE strpos(t::text, $1) > 0", connection);
#pragma warning restore CA2100
            command.Parameters.AddWithValue(text);
            if ((long)(await command.ExecuteScalarAsync())! > 0)
                found.Add(table);
        }
        return found;
    }
}
