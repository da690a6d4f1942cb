using System.CommandLine;
using Backoffice.Host.Commands;

var root = new RootCommand("Backoffice 政务办公: runs and serves a government administrative office.")
{
    UpCommand.Create(),
    TokenCommand.Create(),
    ImportCommand.Create(),
    DoctorCommand.Create(),
    EventsCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
};
// Draining takes as long as the calls that are under way; the default of two seconds would cut them off.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) });
