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

    public static Option<string> Postgres { get; } = FromEnvironment("--postgres", "BACKOFFICE_POSTGRES", "Connection text of a PostgreSQL database instead of SQLite files.");

    public static Option<string> Redis { get; } = FromEnvironment("--redis", "BACKOFFICE_REDIS", "Address of a Redis server instead of the embedded one.");

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

    // Passwords are in them, which the list of processes would show to everybody on the machine.
    private static Option<string> FromEnvironment(string name, string variable, string description) => new(name)
    {
        Description = $"{description} Also read from {variable}, which does not show its password to whoever lists processes.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) ?? "",
    };

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
