using System.CommandLine;
using System.Data.Common;
using System.Net;
using Backoffice.Host.Demo;
using Backoffice.Host.Up;
using Microsoft.Extensions.Options;
using Spectre.Console;
using StackExchange.Redis;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice up`: runs the suite until it is told to stop.</summary>
internal static class UpCommand
{
    private static readonly Option<string> Only = new("--only") { Description = "Run these modules only, separated by commas.", DefaultValueFactory = _ => "" };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Create a demonstration bureau; tokens need no password. Never for real work." };
    private static readonly Option<string> Ops = new("--ops") { Description = "Port, or address and port, where operators' tools read metrics and health of the process. Without it the system chooses a port of this machine.", DefaultValueFactory = _ => "" };
    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Log everything, not warnings only." };

    public static Command Create()
    {
        var command = new Command("up", "Run the suite in this process.")
        {
            Only, Demo, Shared.Data, Shared.Http, Shared.Grpc, Ops, Shared.Postgres, Shared.Redis, DoorOptions.PublicUrl, DoorOptions.Certificate, DoorOptions.CertificateKey, Verbose,
        };
        command.Validators.Add(result =>
        {
            var unknown = Names(result.GetValue(Only) ?? "").Except(Modules.Names).ToList();
            if (unknown.Count > 0)
                result.AddError($"There is no module {string.Join(", ", unknown)}; the modules are {string.Join(", ", Modules.Names)}.");
            if (result.GetValue(Ops) is { Length: > 0 } ops && EndPointOf(ops) is null)
                result.AddError("--ops takes a port from 1 to 65535, or an address of this machine and a port, e.g. 127.0.0.1:9464.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        if (new[] { arguments.GetValue(Shared.Http), arguments.GetValue(Shared.Grpc), EndPointOf(arguments.GetValue(Ops)!)?.Port ?? 0 }.Distinct().Count() < 3)
            return Shared.Fail("--http, --grpc and --ops take a port each.");
        if (DoorOptions.ProblemOf(arguments) is { } problem)
            return Shared.Fail(problem);
        var installation = new Installation(arguments.GetValue(Shared.Data)!);
        try
        {
            await using var claim = installation.Claim();
            if (claim is null)
                return Shared.Fail($"Another process runs the suite in {installation.Folder}. Stop it, or choose another folder with --data.");
            var options = OptionsOf(arguments, installation);
            // Before anything is made: the first start shows passwords that are not shown again, and must not fail over a port.
            if (options.Wants(Modules.Gateway) && new[] { options.HttpPort, options.GrpcPort }.FirstOrDefault(p => !LocalPort.IsFree(new(IPAddress.Loopback, p))) is > 0 and var taken)
                return Shared.Fail($"Port {taken} is taken. Stop what listens there, or choose other ports with --http and --grpc.");
            if (options.Ops is { } ops && !LocalPort.IsFree(ops))
                return Shared.Fail($"{ops} is taken or is no address of this machine. Stop what listens there, or choose another with --ops.");
            return await RunAsync(options, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop before it was ready: what had started is stopped again.
            return 0;
        }
        catch (OptionsValidationException e)
        {
            return Shared.Fail(string.Join('\n', e.Failures));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or RedisException or TimeoutException)
        {
            return Shared.Fail($"The suite cannot run in {installation.Folder}: {e.Message} `backoffice doctor` looks for the cause.");
        }
    }

    private static async Task<int> RunAsync(SuiteOptions options, CancellationToken stop)
    {
        var table = new Table().AddColumns("module", "gRPC", "health and metrics");
        await using var suite = await RunningSuite.StartAsync(options, m => table.AddRow(m.Name, m.Grpc.ToString(), m.Ops.ToString()), stop);
        if (options.Demo && suite.HttpUrl.Length > 0)
            await DemoOffice.CreateAsync(options.Installation, suite, stop);
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"data   {options.Installation.Folder}");
        if (options.Demo)
            AnsiConsole.MarkupLineInterpolated($"demo   sign in as {string.Join(", ", DemoOffice.Bureau.Accounts.Select(a => a.Login))}; the password is {DemoOffice.Password(options.Installation)}");
        options.Installation.NoteRun(new RunNote(Environment.ProcessId, suite.HttpUrl, suite.GrpcUrl, options.Demo));
        Console.WriteLine($"READY {(suite.HttpUrl.Length > 0 ? $"{suite.HttpUrl} (browsers, JSON), {suite.GrpcUrl} (gRPC)" : string.Join(", ", suite.Modules.Select(m => m.Name)))}");
        await WaitAsync(stop);
        options.Installation.ForgetRun();
        Console.WriteLine("Draining …");
        return 0;
    }

    private static SuiteOptions OptionsOf(ParseResult arguments, Installation installation) => new()
    {
        Installation = installation,
        Only = Names(arguments.GetValue(Only)!),
        Demo = arguments.GetValue(Demo),
        HttpPort = arguments.GetValue(Shared.Http),
        GrpcPort = arguments.GetValue(Shared.Grpc),
        Ops = EndPointOf(arguments.GetValue(Ops)!),
        Postgres = arguments.GetValue(Shared.Postgres)!,
        Redis = arguments.GetValue(Shared.Redis)!,
        Door = DoorOptions.Of(arguments),
        Configure = builder =>
        {
            builder.Logging.SetMinimumLevel(arguments.GetValue(Verbose) ? LogLevel.Information : LogLevel.Warning);
            builder.Services.AddSingleton<IHostLifetime, HostLifetime>();
        },
    };

    /// <summary>A port alone is one of this machine; null where the text is neither a port nor an address with one.</summary>
    private static IPEndPoint? EndPointOf(string text) =>
        IPEndPoint.TryParse(text.Contains(':', StringComparison.Ordinal) ? text : $"{IPAddress.Loopback}:{text}", out var ops) && ops.Port > 0 ? ops : null;

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task WaitAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C or a stop signal: the way this command ends.
        }
    }

    /// <summary>The process's signals are this command's: a module that listened to them too would stop in the wrong order.</summary>
    private sealed class HostLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
