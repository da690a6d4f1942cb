using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;

namespace Backoffice.Document.Procedures;

/// <summary>Warns of steps that nobody, or nobody but one without backup, can do (rulebook case 192): when the service starts, and whenever the directory has changed.</summary>
internal sealed class StaffingCheck(ProcedureLibrary library, DirectoryCache directory, TimeProvider clock, ILogger<StaffingCheck> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IReadOnlyList<string> known = [];
        var seen = 0L;
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            // Before there is a directory, everybody would be missing.
            var office = directory.Current;
            if (office.Version == seen)
                continue;
            var found = library.All.SelectMany(d => DefinitionCheck.Warnings(d, office)).Select(w => w.Message).Distinct().ToList();
            foreach (var warning in found.Except(known))
                DocumentLog.StepNotStaffed(logger, warning);
            (known, seen) = (found, office.Version);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
