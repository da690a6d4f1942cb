using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Backoffice.Host.Backup;

/// <summary>Runs a tool of PostgreSQL's client package.</summary>
internal static class PostgresTool
{
    /// <exception cref="IOException">It is missing or failed; the message holds what it said.</exception>
    public static async Task RunAsync(string tool, string connectionText, IEnumerable<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in SurroundingsOf(new NpgsqlConnectionStringBuilder(connectionText)))
            start.Environment[name] = value;
        using var process = Start(start);
        try
        {
            var (said, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
            await process.WaitForExitAsync(stop);
            await said;
            if (process.ExitCode != 0)
                throw new IOException($"{tool} failed: {(await errors).Trim()}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new IOException($"{start.FileName} cannot be run: {e.Message}. Install PostgreSQL's client programs, of the server's version or a later one.", e);
        }
    }

    // By the environment, where other users of the machine do not see the password.
    private static IEnumerable<(string Name, string Value)> SurroundingsOf(NpgsqlConnectionStringBuilder connection)
    {
        yield return ("PGHOST", connection.Host ?? "localhost");
        yield return ("PGPORT", $"{connection.Port}");
        yield return ("PGDATABASE", connection.Database ?? connection.Username ?? "");
        if (connection.Username is { Length: > 0 } user)
            yield return ("PGUSER", user);
        if (connection.Password is { Length: > 0 } password)
            yield return ("PGPASSWORD", password);
        yield return ("PGSSLMODE", connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => $"{mode}".ToLowerInvariant() });
        if (connection.RootCertificate is { Length: > 0 } root)
            yield return ("PGSSLROOTCERT", root);
    }
}
