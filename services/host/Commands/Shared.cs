using System.CommandLine;
using Backoffice.Host.Backup;
using Backoffice.Host.Up;

namespace Backoffice.Host.Commands;

/// <summary>What several commands take and say in the same way.</summary>
internal static class Shared
{
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Folder of the installation.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BACKOFFICE_DATA") ?? Installation.DefaultFolder,
    };

    public static Option<string> Postgres { get; } = new("--postgres")
    {
        Description = "Connection text of a PostgreSQL database instead of SQLite files; also read from BACKOFFICE_POSTGRES.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BACKOFFICE_POSTGRES") ?? "",
    };

    public static Option<int> Http { get; } = Port("--http", "Port for browsers and JSON.", 8080);

    public static Option<int> Grpc { get; } = Port("--grpc", "Port for gRPC.", 8081);

    public static Option<string> Token { get; } = new("--token")
    {
        Description = "Access token to call with instead; also read from BACKOFFICE_TOKEN.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BACKOFFICE_TOKEN") ?? "",
    };

    public static Option<string> User(string description, string standard) => new("--user") { Description = description, DefaultValueFactory = _ => standard };

    /// <summary>How an installation's records are kept.</summary>
    public static IRecords RecordsOf(Installation installation, string postgres) => postgres.Length > 0 ? new PostgresRecords(postgres) : new SqliteRecords(installation);

    /// <summary>Says on standard error what is wrong and what to do; the command's exit code.</summary>
    public static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    private static Option<int> Port(string name, string description, int standard)
    {
        var port = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        port.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<int>() is < 1 or > 65535)
                result.AddError($"{name} takes a port from 1 to 65535.");
        });
        return port;
    }
}
