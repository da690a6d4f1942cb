using Backoffice.Host.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningDemonstration))]

namespace Backoffice.Host.Tests;

/// <summary>One demonstration, started by the program, for all tests that do not end it; started when first asked for.</summary>
public sealed class RunningDemonstration : IAsyncDisposable
{
    private readonly TrialInstallation _installation = new();
    private readonly Lazy<Task<BackofficeProgram>> _suite;

    public RunningDemonstration() => _suite = new(() => _installation.UpAsync("--demo", "--ops", $"{_installation.OpsPort}"));

    internal async Task<TrialInstallation> InstallationAsync()
    {
        await _suite.Value;
        return _installation;
    }

    /// <summary>What the program has said since it was started.</summary>
    internal async Task<string> SaidAsync() => (await _suite.Value).Output;

    public ValueTask DisposeAsync() => _installation.DisposeAsync();
}
