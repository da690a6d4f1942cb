using System.CommandLine;
using Backoffice.Host.Up;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice token`: prints an access token of a demonstration's account.</summary>
internal static class TokenCommand
{
    private static readonly Option<string> User = new("--user") { Description = "Login name, e.g. clerk.", Required = true };

    public static Command Create()
    {
        var command = new Command("token", "Print a bearer token for an account (demonstration only).") { User, Shared.Data };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        using var suite = SuiteClient.Find(new Installation(arguments.GetValue(Shared.Data)!));
        if (suite is null || await suite.DemoTokenAsync(arguments.GetValue(User)!, stop) is not { } token)
            return 1;
        Console.WriteLine(token);
        return 0;
    }
}
