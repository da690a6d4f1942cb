using System.CommandLine;
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

    public static Option<int> Http { get; } = new("--http") { Description = "Port for browsers and JSON.", DefaultValueFactory = _ => 8080 };

    public static Option<int> Grpc { get; } = new("--grpc") { Description = "Port for gRPC.", DefaultValueFactory = _ => 8081 };

    /// <summary>Says on standard error what is wrong and what to do; the command's exit code.</summary>
    public static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
