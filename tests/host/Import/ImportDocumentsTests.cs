using System.Text.Json;
using Backoffice.Document.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Import;

public sealed class ImportDocumentsTests(RunningDemonstration demonstration)
{
    private static readonly string Published = RepositoryFiles.Path("tests/data/official-documents.jsonl");

    [Fact]
    public async Task Published_documents_come_in_once_and_are_found()
    {
        var installation = await demonstration.InstallationAsync();
        var lines = await File.ReadAllLinesAsync(Published);

        var first = await installation.RunAsync("import", "documents", Published);
        first.ExitCode.ShouldBe(0, first.All);
        first.Output.ShouldContain($"{lines.Length} imported, 0 were there before, 0 refused.");
        var again = await installation.RunAsync("import", "documents", Published);
        again.ExitCode.ShouldBe(0, again.All);
        again.Output.ShouldContain($"0 imported, {lines.Length} were there before, 0 refused.");

        var register = await Register.OfAsync(installation);
        await register.HoldsOnceAsync("official-documents", lines.Length);
        (await register.CountFoundAsync("养老服务")).ShouldBeGreaterThan(0);
        var kept = (await register.ReadAsync()).Where(d => d.Source.StartsWith("official-documents/", StringComparison.Ordinal)).ToDictionary(d => d.Source, d => d.Title);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            kept[$"official-documents/{json.RootElement.GetProperty("id").GetString()}"].ShouldBe(json.RootElement.GetProperty("title").GetString());
        }
    }

    [Fact]
    public async Task Who_may_not_register_imports_nothing_and_learns_why()
    {
        var installation = await demonstration.InstallationAsync();
        var file = ImportFile.Write(installation, "forbidden", 3, "越权");

        var ended = await installation.RunAsync("import", "documents", file, "--user", "section-chief");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("This account may not import documents: Permission document.incomingDocuments.import is required.");
        ended.Output.ShouldContain("0 imported, 0 were there before, 0 refused.");
        (await (await Register.OfAsync(installation)).ReadAsync()).ShouldNotContain(d => d.Source.StartsWith("forbidden/"));
    }

    [Fact]
    public async Task A_token_that_nobody_gave_imports_nothing_and_says_so()
    {
        var installation = await demonstration.InstallationAsync();
        var file = ImportFile.Write(installation, "unknown-token", 1, "冒名");
        var ended = await installation.RunAsync("import", "documents", file, "--token", "not-a-token");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("--token");
        ended.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_account_the_demonstration_does_not_have_is_named()
    {
        var installation = await demonstration.InstallationAsync();
        var ended = await installation.RunAsync("import", "documents", Published, "--user", "nobody");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("No token for nobody: The demonstration has no such open account.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var installation = await demonstration.InstallationAsync();
        var ended = await installation.RunAsync("import", "documents", "missing.jsonl");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain($"There is no file {installation.PathOf("missing.jsonl")}.");
    }

    [Fact]
    public async Task Without_a_running_suite_a_sentence_says_what_to_start()
    {
        await using var nothing = new TrialInstallation();
        var ended = await nothing.RunAsync("import", "documents", Published);
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBe($"Nothing runs in {nothing.Data}. Start it with `backoffice up`, or name another folder with --data.\n");
    }
}
