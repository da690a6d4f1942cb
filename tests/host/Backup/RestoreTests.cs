using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Backup;

/// <summary>Backups that are not what they were, and places that are not empty.</summary>
public sealed partial class RestoreTests(StoppedInstallation stopped)
{
    [Fact]
    public async Task A_stopped_office_is_restored_byte_for_byte()
    {
        await using var office = await stopped.CopyWithBackupAsync();
        var backup = new Backups(office).Newest;
        await using var elsewhere = new TrialInstallation();
        var restored = await elsewhere.RunAsync("restore", backup);
        restored.ExitCode.ShouldBe(0, restored.All);

        var examined = await elsewhere.RunAsync("doctor", "--http", $"{elsewhere.HttpPort}", "--grpc", $"{elsewhere.GrpcPort}");
        examined.ExitCode.ShouldBe(0, examined.All);
        examined.Output.ShouldContain("document: 2 files are there and unaltered");
        foreach (var secret in Directory.EnumerateFiles(Path.Combine(office.Data, "secrets")))
            (await File.ReadAllTextAsync(Path.Combine(elsewhere.Data, "secrets", Path.GetFileName(secret)), Stop)).ShouldBe(await File.ReadAllTextAsync(secret, Stop));
    }

    [Fact]
    public async Task Nothing_is_restored_over_an_installation()
    {
        await using var office = await stopped.CopyWithBackupAsync();
        var backup = new Backups(office).Newest;
        var ended = await office.RunAsync("restore", backup);
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("is not empty");
    }

    [Fact]
    public Task An_altered_database_is_not_restored() => RefusedAsync(
        backup => Append(Path.Combine(backup, "services", "archive.db")), "archive.db was altered");

    [Fact]
    public Task A_missing_secret_is_found() => RefusedAsync(
        backup => File.Delete(Path.Combine(backup, "secrets", "web-client")), "web-client is missing");

    [Fact]
    public Task An_altered_file_of_a_document_is_found() => RefusedAsync(
        backup => Append(Directory.GetFiles(BlobsOf(backup), "*", SearchOption.AllDirectories)[0]), "was altered");

    [Fact]
    public Task A_missing_file_of_a_document_is_found() => RefusedAsync(
        backup => File.Delete(Directory.GetFiles(BlobsOf(backup), "*", SearchOption.AllDirectories)[0]), "is missing");

    [Fact]
    public Task A_manifest_cut_off_is_found() => RefusedAsync(
        backup => File.WriteAllText(Path.Combine(backup, "manifest.json"), "{"), "manifest.json cannot be read");

    [Theory]
    [InlineData("\"Migration\": \"2", "\"Migration\": \"9"), InlineData("\"document\":", "\"finance\":")]
    public Task A_backup_of_a_later_version_is_refused_before_anything_is_copied(string known, string later) => RefusedAsync(
        backup => Rewrite(backup, known, later), "made by a later version");

    [Theory]
    [InlineData("../../outside"), InlineData("/etc/outside"), InlineData("services/../../outside")]
    public Task A_manifest_that_leads_out_of_the_folder_is_refused(string path) => RefusedAsync(
        backup => Rewrite(backup, "secrets/web-client", path), "names a file outside its folder");

    [Fact]
    public Task A_list_of_files_that_leads_out_of_the_folder_is_refused() => RefusedAsync(
        backup =>
        {
            var list = Path.Combine(backup, "blobs.txt");
            var before = HashOf(list);
            File.WriteAllText(list, "../../../outside\n");
            Rewrite(backup, before, HashOf(list));
        },
        "names what is no file of a document");

    [Fact]
    public async Task A_drill_finds_what_the_hashes_of_files_cannot_tell()
    {
        await using var office = await stopped.CopyWithBackupAsync();
        var backups = new Backups(office);
        var backup = backups.Newest;
        // A manifest that says there was more than the database holds, as after a copy that lost something.
        var manifest = Path.Combine(backup, "manifest.json");
        var text = await File.ReadAllTextAsync(manifest, Stop);
        await File.WriteAllTextAsync(manifest, IncomingRows().Replace(text, m => $"\"incoming_documents\": {int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1}"), Stop);

        var drill = await backups.DrillAsync(backup, "drill.json");
        drill.ExitCode.ShouldBe(2, drill.All);
        drill.Output.ShouldContain("fail  document: incoming_documents has 3 rows, not 4");
        (await File.ReadAllTextAsync(office.PathOf("drill.json"), Stop)).ShouldContain("\"Passed\": false");
        (await backups.IsSignedAsync("drill.json")).ShouldBeTrue();
        await File.AppendAllTextAsync(office.PathOf("drill.json"), " ", Stop);
        (await backups.IsSignedAsync("drill.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_newest_backups_are_kept_with_the_files_they_name()
    {
        await using var office = await stopped.CopyWithBackupAsync();
        var backups = new Backups(office);
        // Of an older backup only.
        var unnamed = Path.Combine(backups.Folder, "blobs", "ab", $"ab{new string('0', 62)}");
        Directory.CreateDirectory(Path.GetDirectoryName(unnamed)!);
        await File.WriteAllTextAsync(unnamed, "", Stop);
        Directory.Move(backups.Newest, Path.Combine(backups.Folder, "2026-01-01T000000Z"));

        var newest = await backups.MakeAsync("--keep", "1");
        Directory.EnumerateDirectories(backups.Folder, "20*").ShouldBe([newest]);
        File.Exists(unnamed).ShouldBeFalse();
        (await backups.DrillAsync(newest, "drill.json")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_backed_up_says_why()
    {
        await using var office = await stopped.CopyWithBackupAsync();
        var backup = new Backups(office).Newest;
        await using var nowhere = new TrialInstallation();
        var inside = await office.RunAsync("backup", "--to", Path.Combine(office.Data, "backups"));
        inside.ExitCode.ShouldBe(1, inside.All);
        inside.Errors.ShouldContain("inside the installation");
        var missing = await new Backups(nowhere).TryAsync();
        missing.ExitCode.ShouldBe(1, missing.All);
        missing.Errors.ShouldContain("does not exist");
        var unreachable = await new Backups(office).TryAsync("--postgres", "Host=127.0.0.1;Port=1;Username=nobody");
        unreachable.ExitCode.ShouldBe(1, unreachable.All);
        unreachable.Errors.ShouldContain("No backup was made");
        var wrong = await nowhere.RunAsync("restore", backup, "--postgres", "Host=127.0.0.1;Port=1;Username=nobody");
        wrong.ExitCode.ShouldBe(1, wrong.All);
        wrong.Errors.ShouldContain("SQLite");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string BlobsOf(string backup) => Path.Combine(Path.GetDirectoryName(backup)!, "blobs");

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static void Append(string path) => File.AppendAllText(path, "!");

    /// <summary>Lets the manifest say something else.</summary>
    private static void Rewrite(string backup, string said, string instead)
    {
        var manifest = Path.Combine(backup, "manifest.json");
        var text = File.ReadAllText(manifest);
        text.ShouldContain(said);
        File.WriteAllText(manifest, text.Replace(said, instead, StringComparison.Ordinal));
    }

    private async Task RefusedAsync(Action<string> harm, string why)
    {
        await using var office = await stopped.CopyWithBackupAsync();
        var backup = new Backups(office).Newest;
        await using var elsewhere = new TrialInstallation();
        harm(backup);
        var ended = await elsewhere.RunAsync("restore", backup);
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain(why);
        ended.Errors.ShouldNotContain("   at ");
        Directory.Exists(elsewhere.Data).ShouldBeFalse("Something was restored all the same.");
    }

    [GeneratedRegex("\"incoming_documents\": ([0-9]+)")]
    private static partial Regex IncomingRows();
}
