using System.Diagnostics;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;

namespace Backoffice.Host.Tests.Backup;

/// <summary>Backups of an installation, made and put back by the program as an operator does.</summary>
internal sealed class Backups(TrialInstallation installation)
{
    public string Folder => installation.PathOf("backups");

    /// <summary>Where the newest finished one lies.</summary>
    public string Newest => Directory.EnumerateDirectories(Folder, "20*").Order(StringComparer.Ordinal).Last();

    /// <summary>Makes a backup; where it lies.</summary>
    public async Task<string> MakeAsync(params IEnumerable<string> arguments)
    {
        var ended = await TryAsync(arguments);
        ended.ExitCode.ShouldBe(0, ended.All);
        return Newest;
    }

    public Task<Ended> TryAsync(params IEnumerable<string> arguments) => installation.RunAsync(["backup", "--to", Folder, .. arguments]);

    public Task<Ended> DrillAsync(string backup, string report, params IEnumerable<string> arguments) =>
        installation.RunAsync(["restore", backup, "--drill", "--report", installation.PathOf(report), .. arguments]);

    /// <summary>Whether a report is what the installation signed, asked of a program that is not ours.</summary>
    public async Task<bool> IsSignedAsync(string report)
    {
        var path = installation.PathOf(report);
        await RunAsync("openssl", "x509", "-in", $"{path}.pem", "-pubkey", "-noout", "-out", $"{path}.pub");
        return await RunAsync("openssl", "dgst", "-sha256", "-verify", $"{path}.pub", "-signature", $"{path}.sig", path) == 0;
    }

    /// <summary>A database of the kind for one installation, and what the program is told of it.</summary>
    public static async Task<(TestStore Store, string[] Arguments)> StoreAsync(StoreKind kind)
    {
        var store = await TestStore.CreateAsync(kind);
        return (store, kind == StoreKind.Sqlite ? [] : ["--postgres", store.Settings["Backoffice:ConnectionString"]!]);
    }

    private static async Task<int> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
