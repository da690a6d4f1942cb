using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Backoffice.Deploy.Tests.Chart;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using k8s.Models;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>The programs are there, understand what the manifests tell them, and listen where the probes ask.</summary>
public sealed partial class ProgramTests
{
    public static TheoryData<string> Installations { get; } = [.. Helm.Installations];

    [Theory, MemberData(nameof(Installations))]
    public void Every_variable_of_a_process_is_in_the_reference(string installation)
    {
        var documented = Variable().Matches(File.ReadAllText(RepositoryFiles.Path("docs/reference/configuration.md"))).Select(m => m.Groups[1].Value).ToHashSet();
        var told = Manifest.All<V1Deployment>(installation).SelectMany(d => d.Spec.Template.Spec.Containers).SelectMany(c => c.Env).Select(e => e.Name).Distinct().Where(n => n.Contains("__", StringComparison.Ordinal)).ToList();
        told.Count.ShouldBeGreaterThan(25);
        told.Where(t => !documented.Any(d => t == d || t.StartsWith(d + "__", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_program_of_the_chart_is_built() =>
        ServiceFacts.All.Where(s => !File.Exists(Path.Combine(AppContext.BaseDirectory, s.Program))).Select(s => s.Program).ShouldBeEmpty();

    [Fact]
    public async Task A_service_starts_with_the_environment_of_its_pod()
    {
        Assert.SkipUnless(TestStore.Server is not null, $"{TestStore.PostgresVariable} is not set");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        await using var service = await RenderedProcess.StartAsync("province", "meeting", (secret, _) => secret switch
        {
            "postgres" => store.Settings["Backoffice:ConnectionString"]!,
            "redis" => "127.0.0.1:1",
            _ => "a-token-for-this-test",
        }, store.Folder);
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        // The gateway asks for the health of a service at its port for rpcs.
        (await http.GetAsync(new Uri($"http://127.0.0.1:{service.PortOf("grpc")}/healthz"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Without the directory it is not ready: no call is sent to it, and it is not restarted either.
        using var old = new HttpClient();
        (await old.GetAsync(new Uri($"http://127.0.0.1:{service.PortOf("ops")}/readyz"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task The_gateway_ends_tls_with_the_certificate_of_its_secret()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-deploy-").FullName;
        try
        {
            WriteCertificate(folder);
            await using var gateway = await RenderedProcess.StartAsync("bureau", "gateway", (secret, _) => secret == "redis" ? "127.0.0.1:1" : "a-secret-of-the-web-client-for-this-test", folder);
            using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=office.bureau.example" } });
            (await http.GetStringAsync(new Uri($"https://127.0.0.1:{gateway.PortOf("http")}/healthz"), TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=office.bureau.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(Path.Combine(folder, "etc-backoffice-tls-tls.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "etc-backoffice-tls-tls.key"), key.ExportPkcs8PrivateKeyPem());
    }

    [GeneratedRegex(@"`(\w+__\w+)` \|")]
    private static partial Regex Variable();
}
