using System.CommandLine;
using Backoffice.Host.Doctor;
using Backoffice.Host.Up;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice doctor`: says what is wrong with an installation, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what is wrong with an installation.") { Shared.Data, Shared.Http, Shared.Grpc, Shared.Postgres, Shared.Redis };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var installation = new Installation(arguments.GetValue(Shared.Data)!);
        var findings = new List<Finding>();
        await foreach (var finding in Examination.OfAsync(installation, arguments.GetValue(Shared.Postgres)!, arguments.GetValue(Shared.Redis)!, [arguments.GetValue(Shared.Http), arguments.GetValue(Shared.Grpc)], stop))
        {
            findings.Add(finding);
            Console.WriteLine($"{finding.Grade.ToString().ToLowerInvariant(),-5} {finding.What}{(finding.Cure.Length > 0 ? $"\n      → {finding.Cure}" : "")}");
        }
        return findings.Any(f => f.Grade == Grade.Fail) ? 1 : 0;
    }
}
