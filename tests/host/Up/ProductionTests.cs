using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Up;

/// <summary>One machine in earnest: PostgreSQL, Redis and a certificate, told by the environment as a service manager does.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task It_runs_on_postgres_and_redis_answers_over_tls_and_is_examined_like_files()
    {
        Assert.SkipUnless(TestStore.Server is not null, $"{TestStore.PostgresVariable} is not set");
        Assert.SkipUnless(RealRedis.IsInstalled, "redis-server is not installed");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        await using var redis = await RealRedis.StartAsync();
        await using var installation = new TrialInstallation();
        WriteCertificate(installation);
        installation.Environment["BACKOFFICE_POSTGRES"] = store.Settings["Backoffice:ConnectionString"]!;
        installation.Environment["BACKOFFICE_REDIS"] = redis.Address;
        installation.Environment["BACKOFFICE_CERTIFICATE"] = installation.PathOf("certificate.pem");
        installation.Environment["BACKOFFICE_CERTIFICATE_KEY"] = installation.PathOf("certificate-key.pem");
        installation.Environment["BACKOFFICE_PUBLIC_URL"] = $"https://localhost:{installation.HttpPort}/";

        var suite = await installation.UpAsync();
        suite.Output.ShouldContain($"READY https://localhost:{installation.HttpPort} (browsers, JSON), https://localhost:{installation.GrpcPort} (gRPC)");
        suite.Output.ShouldContain("sysadmin", customMessage: "the first start shows the administrators' passwords");
        await AnswersAsync(installation);
        Directory.GetFiles(installation.Data, "*.db", SearchOption.AllDirectories).ShouldBeEmpty("records are in PostgreSQL");
        (await suite.TerminateAsync()).ExitCode.ShouldBe(0);
        await ServersAreExaminedAsync(installation);
    }

    private static async Task ServersAreExaminedAsync(TrialInstallation installation)
    {
        // A careless setting of this database alone, and an entry of the audit trail changed by whoever may change everything.
        var database = installation.Environment["BACKOFFICE_POSTGRES"];
        await RunAsync(database, "ALTER DATABASE current_database SET synchronous_commit = off");
        await RunAsync(database, "ALTER TABLE identity.audit_entries DISABLE TRIGGER USER; UPDATE identity.audit_entries SET account = 'somebody-else' WHERE sequence = 1");

        var ended = await installation.RunAsync("doctor", "--http", $"{installation.HttpPort}", "--grpc", $"{installation.GrpcPort}");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBeEmpty();
        ended.Output.ShouldContain("with the records of 6 services");
        ended.Output.ShouldContain("fail  PostgreSQL answers before the disk has it (synchronous_commit is off)\n      → Set synchronous_commit = on");
        ended.Output.ShouldContain("fail  identity: its audit trail was tampered with: Entry 1 was altered.");
        ended.Output.ShouldContain("ok    coordination: its audit trail is whole");
        // A server made for tests alone may not wait for its disk, and is told so too.
        var careless = await RunAsync(database, "SHOW fsync") is "off";
        ended.Output.Contains("fail  PostgreSQL does not wait for the disk (fsync is off)", StringComparison.Ordinal).ShouldBe(careless);
        Regex.Count(ended.Output, "^fail ", RegexOptions.Multiline).ShouldBe(careless ? 3 : 2, ended.All);
    }

    private static async Task AnswersAsync(TrialInstallation installation)
    {
        using var http = new HttpClient(Handler(SslProtocols.None));
        (await http.GetStringAsync(new Uri($"https://localhost:{installation.HttpPort}/status"))).ShouldContain("\"ready\":true");
        using var configuration = await http.GetAsync(new Uri($"https://localhost:{installation.HttpPort}/.well-known/openid-configuration"));
        (await configuration.Content.ReadAsStringAsync()).ShouldContain($"\"issuer\": \"https://localhost:{installation.HttpPort}/\"");
        configuration.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        // A sign-in leads back to the public address.
        using var signin = await http.GetAsync(new Uri($"https://localhost:{installation.HttpPort}/signin"));
        signin.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Uri.UnescapeDataString(signin.Headers.Location!.Query).ShouldContain($"redirect_uri=https://localhost:{installation.HttpPort}/");
#pragma warning disable CA5397, CA5398 // an old protocol is asked for, to see it refused
        using var old = new HttpClient(Handler(SslProtocols.Tls12));
#pragma warning restore CA5397, CA5398
        await Should.ThrowAsync<HttpRequestException>(() => old.GetAsync(new Uri($"https://localhost:{installation.HttpPort}/status")));
    }

    private static async Task<object?> RunAsync(string connectionText, string statements)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionText) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        // The tests' own text; a database is altered by its name, which is the test's as well.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(statements.Replace("current_database", connection.Database, StringComparison.Ordinal), connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private static SocketsHttpHandler Handler(SslProtocols protocols) => new()
    {
        AllowAutoRedirect = false,
        SslOptions = { EnabledSslProtocols = protocols, RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=office" },
    };

    private static void WriteCertificate(TrialInstallation installation)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=office", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(installation.PathOf("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(installation.PathOf("certificate-key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
