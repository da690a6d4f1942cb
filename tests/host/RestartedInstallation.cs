using Backoffice.Testing;
using Shouldly;

namespace Backoffice.Host.Tests;

/// <summary>
/// A demonstration that was used, stopped and started again, for all tests of what is found after a start. In between an event
/// was set aside and the secret of the browser client removed as docs/operations/keys.md says.
/// </summary>
internal sealed class RestartedInstallation : IAsyncDisposable
{
    private readonly BackofficeProgram _suite;

    private RestartedInstallation(TrialInstallation installation, BackofficeProgram suite) => (Installation, _suite) = (installation, suite);

    public TrialInstallation Installation { get; }

    /// <summary>What the doctor said before the start.</summary>
    public required Ended Examined { get; init; }

    /// <summary>What a command said before the start that needs the suite.</summary>
    public required Ended Unanswered { get; init; }

    /// <summary>The secret of the browser client that was removed.</summary>
    public required string FormerSecret { get; init; }

    /// <summary>The one that is there now.</summary>
    public Task<string> SecretAsync() => SecretOfAsync(Installation);

    public static async Task<RestartedInstallation> StartAsync(TrialInstallation stopped)
    {
        var started = false;
        try
        {
            var restarted = await PrepareAndStartAsync(stopped);
            started = true;
            return restarted;
        }
        finally
        {
            // Nobody else would end what it left.
            if (!started)
                await stopped.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        var ended = await _suite.TerminateAsync();
        await Installation.DisposeAsync();
        ended.ExitCode.ShouldBe(0, ended.All);
    }

    private static async Task<RestartedInstallation> PrepareAndStartAsync(TrialInstallation stopped)
    {
        // The third registration as if coordination had not been able to count it.
        stopped.Alter("document", $"ATTACH '{stopped.Data}/services/coordination.db' AS c; "
            + "INSERT INTO c.dead_letters (producer, sequence, type, payload_json, occur_time, traceparent, order_key, reason, attempts, set_aside_time) "
            + "SELECT 'document', sequence, type, payload_json, occur_time, traceparent, 'it', 'SomeException in Some.Place', 0, occur_time FROM events "
            + "WHERE type LIKE '%IncomingDocumentRegistered' ORDER BY sequence DESC LIMIT 1; UPDATE c.daily_registrations SET count = count - 1; UPDATE c.document_figures SET count = count - 1");
        var (examined, unanswered) = (await stopped.RunAsync("doctor"), await stopped.RunAsync("token", "--user", "clerk"));
        var secret = await SecretOfAsync(stopped);
        var removed = await DocumentedCommands.RunAsync(
            DocumentedCommands.Block("keys.md", "web-client"), Environment.CurrentDirectory, new Dictionary<string, string> { ["DATA"] = stopped.Data });
        removed.ExitCode.ShouldBe(0, removed.All);
        return new RestartedInstallation(stopped, await stopped.UpAsync("--demo")) { Examined = examined, Unanswered = unanswered, FormerSecret = secret };
    }

    private static Task<string> SecretOfAsync(TrialInstallation installation) => File.ReadAllTextAsync(Path.Combine(installation.Data, "secrets", "web-client"));
}
