using System.Text;
using Backoffice.Platform.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backoffice.Testing;

/// <summary>Looks for text anywhere in a suite's records and files, as an intruder would.</summary>
public static class StoredText
{
    /// <summary>Names of the files or tables that hold the text; empty when none does.</summary>
    public static async Task<IReadOnlyList<string>> FindInStoreAsync(this Suite suite, string text)
    {
        var found = FindInFiles(suite.Store.Folder, text).ToList();
        if (suite.Store.Kind == StoreKind.Postgres)
            found.AddRange(await FindInTablesAsync(suite.Store.Settings["Backoffice:ConnectionString"]!, text));
        return found;
    }

    private static IEnumerable<string> FindInFiles(string folder, string text)
    {
        SqliteConnection.ClearAllPools();
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var path in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            if (content.AsSpan().IndexOf(bytes) >= 0)
                yield return path;
        }
    }

    private static async Task<List<string>> FindInTablesAsync(string connectionString, string text)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        var found = new List<string>();
        foreach (var table in tables)
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
