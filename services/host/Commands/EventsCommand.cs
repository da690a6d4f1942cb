using System.CommandLine;
using Backoffice.Host.Events;
using Backoffice.Host.Up;
using Grpc.Core;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice events …`: shows how events reach the services, and mends what did not.</summary>
internal static class EventsCommand
{
    private static readonly Option<string> User = Shared.User("Account of a demonstration to call as.", "sysadmin");
    private static readonly Option<string> Service = new("--service") { Description = "This service only.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Producer = new("--producer") { Description = "Events of this service only.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Model = new("--model") { Description = "This read model only.", DefaultValueFactory = _ => "" };

    public static Command Create()
    {
        Service.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: > 0 } name && Modules.InOrder.All(m => m.Name != name))
                result.AddError($"There is no service {name}; the services are {string.Join(", ", Modules.InOrder.Select(m => m.Name))}.");
        });
        return new Command("events", "Show how events reach the services, and mend what did not.")
        {
            Verb("status", "How far each service has come with the events of the others, and what it had to set aside.", [], (path, _, stop) => path.ShowAsync(stop)),
            Verb("redrive", "Apply what was set aside, once the cause is mended.", [Producer], (path, arguments, stop) => path.RedriveAsync(arguments.GetValue(Producer)!, stop)),
            Verb("check", "Make every read model anew out of all events and say whether it differs; nothing is changed. Writes of the service wait meanwhile.", [Model],
                (path, arguments, stop) => path.RebuildAsync(arguments.GetValue(Model)!, validateOnly: true, stop)),
            Verb("rebuild", "The same, and keep what was made. Readers see what was there until the end.", [Model],
                (path, arguments, stop) => path.RebuildAsync(arguments.GetValue(Model)!, validateOnly: false, stop)),
        };
    }

    private static Command Verb(string name, string description, IReadOnlyList<Option> options, Func<EventPaths, ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { Service, User, Shared.Token, Shared.Data };
        foreach (var option in options)
            command.Add(option);
        command.SetAction((arguments, stop) => RunAsync(arguments, run, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, Func<EventPaths, ParseResult, CancellationToken, Task<int>> run, CancellationToken stop)
    {
        using var suite = SuiteClient.Find(new Installation(arguments.GetValue(Shared.Data)!));
        if (suite is null || await suite.TokenAsync(arguments.GetValue(Shared.Token)!, arguments.GetValue(User)!, stop) is not { } token)
            return 1;
        var services = Modules.InOrder.Select(m => m.Name).Where(s => arguments.GetValue(Service) is not { Length: > 0 } only || s == only).ToList();
        try
        {
            return await run(new EventPaths(suite.As(token), services), arguments, stop);
        }
        catch (RpcException e)
        {
            return Shared.Fail(e.StatusCode switch
            {
                StatusCode.PermissionDenied => $"Only the system administrator may do this: {e.Status.Detail}",
                StatusCode.Cancelled => "Interrupted; what was not finished is undone.",
                _ => $"Stopped: {e.Status.Detail}",
            });
        }
    }
}
