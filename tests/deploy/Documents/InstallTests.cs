using System.Text.RegularExpressions;
using Backoffice.Deploy.Tests.Chart;
using Backoffice.Testing;
using k8s.Models;
using Npgsql;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Documents;

/// <summary>docs/operations/install.md and upgrade.md, followed.</summary>
public sealed partial class InstallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backoffice-install-").FullName;

    [Fact]
    public async Task The_secrets_made_are_those_the_manifests_name_with_every_key()
    {
        Assert.SkipUnless(SystemCommand.Find("kubectl") is not null && SystemCommand.Find("openssl") is not null, "kubectl or openssl is not on PATH");
        // Nothing is sent to a cluster: each command prints what it would.
        const string onlyPrint = "kubectl() { command kubectl \"$@\" --dry-run=client -o yaml; echo ---; }\n";
        var made = await DocumentedCommands.RunAsync(onlyPrint + DocumentedCommands.Block("install.md", "secrets"), _folder, new Dictionary<string, string>
        {
            ["POSTGRES_HOST"] = "db",
            ["PASSWORD"] = "p",
            ["SENTINELS"] = "s1:26379,s2:26379",
            ["REDIS_PASSWORD"] = "p",
            ["ACCESS_KEY"] = "a",
            ["SECRET_KEY"] = "s",
        });
        made.ExitCode.ShouldBe(0, made.All);
        var keys = Manifest.Of(made.Output).SelectMany(m => m.Body["data"]!.AsObject().Select(d => $"{m.Name}/{d.Key}")).ToHashSet();
        // The certificate of the public address is the office's own.
        Named("bureau").Where(n => n != "office-tls/tls.crt" && !keys.Contains(n)).ShouldBeEmpty();
        keys.Where(k => !Named("bureau").Contains(k)).ShouldBe(["identity-keys/tls.key"], "made, but named by nothing");
    }

    [Fact]
    public async Task With_the_databases_made_each_service_migrates_its_own_schema_and_sees_no_other()
    {
        var server = await ServerAsync();
        await using var trial = new TrialDatabase(server);
        var made = await DocumentedCommands.RunAsync(trial.Named(DocumentedCommands.Block("install.md", "databases")), _folder, server.Environment);
        made.ExitCode.ShouldBe(0, made.All);
        foreach (var service in ServiceFacts.BehindTheGateway)
        {
            var command = DocumentedCommands.Block("upgrade.md", "migrate").Trim().Replace("Backoffice.Meeting", Path.Combine(AppContext.BaseDirectory, service.Program), StringComparison.Ordinal);
            var migrated = await DocumentedCommands.RunAsync(command, _folder, new Dictionary<string, string> { ["Backoffice__Store"] = "Postgres", ["Backoffice__ConnectionString"] = trial.ConnectionOf(service.Name) });
            migrated.ExitCode.ShouldBe(0, $"{service.Name} {migrated.All}");
        }
        await using var meeting = new NpgsqlConnection(trial.ConnectionOf("meeting"));
        await meeting.OpenAsync(TestContext.Current.CancellationToken);
        await using var look = new NpgsqlCommand("SELECT count(*) FROM document.events", meeting);
        (await Should.ThrowAsync<PostgresException>(() => look.ExecuteScalarAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task With_the_one_database_made_a_service_migrates_as_its_owner()
    {
        var server = await ServerAsync();
        await using var trial = new TrialDatabase(server);
        var made = await DocumentedCommands.RunAsync(trial.Named(DocumentedCommands.Block("install.md", "one-database")), _folder, server.Environment);
        made.ExitCode.ShouldBe(0, made.All);
        foreach (var service in new[] { "meeting", "document" })
        {
            var program = Path.Combine(AppContext.BaseDirectory, ServiceFacts.All.Single(s => s.Name == service).Program);
            var migrated = await DocumentedCommands.RunAsync($"{program} migrate", _folder, new Dictionary<string, string> { ["Backoffice__Store"] = "Postgres", ["Backoffice__ConnectionString"] = trial.ConnectionOf("") });
            migrated.ExitCode.ShouldBe(0, $"{service} {migrated.All}");
        }
    }

    [Fact]
    public void Options_and_files_that_the_pages_name_exist()
    {
        var pages = Directory.GetFiles(RepositoryFiles.Path("docs/operations"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        pages.Count.ShouldBeGreaterThan(8);
        pages.SelectMany(p => Files().Matches(p)).Select(m => m.Value.TrimEnd('.', '/')).Distinct().Where(f => !Path.Exists(RepositoryFiles.Path(f))).ShouldBeEmpty();
        var settings = File.ReadAllText(RepositoryFiles.Path("docs/reference/configuration.md"));
        pages.SelectMany(p => Settings().Matches(p)).Select(m => m.Value).Distinct().Where(s => !settings.Contains($"`{s}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<TestServer> ServerAsync()
    {
        Assert.SkipUnless(TestStore.Server is not null, $"{TestStore.PostgresVariable} is not set");
        Assert.SkipUnless(SystemCommand.Find("psql") is not null, "psql is not on PATH");
        var server = new TestServer(new NpgsqlConnectionStringBuilder(TestStore.Server));
        Assert.SkipUnless(await server.IsSuperuserAsync(), "the test's PostgreSQL user is no superuser");
        return server;
    }

    /// <summary>Every secret with its key that a manifest names.</summary>
    private static HashSet<string> Named(string installation)
    {
        var pods = Manifest.All<V1Deployment>(installation).Select(d => d.Spec.Template.Spec).Concat(Manifest.All<V1Job>(installation).Select(j => j.Spec.Template.Spec)).ToList();
        var variables = pods.SelectMany(p => p.Containers).SelectMany(c => c.Env).Where(e => e.ValueFrom is not null).Select(e => $"{e.ValueFrom.SecretKeyRef.Name}/{e.ValueFrom.SecretKeyRef.Key}");
        var files = pods.SelectMany(p => p.Volumes).Where(v => v.Secret is not null).Select(v => $"{v.Secret.SecretName}/tls.crt");
        var components = Manifest.OfInstallation(installation).Where(m => m.Kind == "Component").SelectMany(m => m.Body["spec"]!["metadata"]!.AsArray())
            .Where(m => m!["secretKeyRef"] is not null).Select(m => $"{m!["secretKeyRef"]!["name"]}/{m["secretKeyRef"]!["key"]}");
        var tokens = pods.SelectMany(_ => Manifest.All<V1Deployment>(installation)).SelectMany(d => d.Spec.Template.Metadata.Annotations).Where(a => a.Key.EndsWith("-token-secret", StringComparison.Ordinal)).Select(a => $"{a.Value}/token");
        return [.. variables, .. files, .. components, .. tokens];
    }

    [GeneratedRegex(@"(?<=[\s(/`])deploy/[\w./-]+")]
    private static partial Regex Files();

    [GeneratedRegex(@"\b(Backoffice|Gateway|Document|Identity|Archive)__\w+")]
    private static partial Regex Settings();
}
