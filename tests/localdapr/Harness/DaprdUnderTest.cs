using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>Real daprd, one process per app, on the same YAML with the address of the test's Redis in it.</summary>
public sealed class DaprdUnderTest : RuntimeUnderTest
{
    private readonly string _daprd;
    private readonly string _folder;

    private DaprdUnderTest(string daprd, string folder, IConnectionMultiplexer connection)
        : base(RuntimeKind.Daprd, connection) => (_daprd, _folder) = (daprd, folder);

    public static async Task<DaprdUnderTest> StartAsync(string daprd, string redisAddress, string resources)
    {
        var host = ConfigurationOptions.Parse(redisAddress).EndPoints[0].ToString()!.Replace("Unspecified/", "", StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("daprd-tests-").FullName;
        foreach (var file in Directory.EnumerateFiles(resources))
        {
            var yaml = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), yaml.Replace("redis.test:6379", host, StringComparison.Ordinal));
        }

        return new(daprd, folder, await ConnectionMultiplexer.ConnectAsync(redisAddress));
    }

    public override async Task<TestApp> StartAppAsync(TestAppPlan plan)
    {
        var (grpc, http, appPort) = (FreePort.Find(), FreePort.Find(), FreePort.Find());
        var sidecar = new LocalDaprSidecar(
            plan.AppId, new($"http://127.0.0.1:{grpc}"), new($"http://127.0.0.1:{http}"),
            RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true));
        var app = await TestApp.StartAsync(plan, sidecar, appPort);

        var process = Process.Start(Command(sidecar, appPort))!;
        app.OnStop = async () =>
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        };

        using var client = new HttpClient { BaseAddress = sidecar.HttpEndpoint };
        await Eventually.BecomesTrueAsync("daprd is ready", async () =>
        {
            try
            {
                return (await client.GetAsync("/v1.0/healthz")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return app;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo Command(LocalDaprSidecar sidecar, int appPort) => new(_daprd,
    [
        "--app-id", sidecar.AppId, "--app-port", Text(appPort), "--app-protocol", "grpc", "--dapr-listen-addresses", "127.0.0.1",
        "--dapr-grpc-port", Text(sidecar.GrpcEndpoint.Port), "--dapr-http-port", Text(sidecar.HttpEndpoint.Port),
        "--resources-path", _folder, "--enable-app-health-check", "--app-health-probe-interval", "1", "--app-health-threshold", "2",
    ])
    {
        Environment = { ["DAPR_API_TOKEN"] = sidecar.ApiToken, ["APP_API_TOKEN"] = sidecar.AppToken, ["NAMESPACE"] = "office" },
        RedirectStandardOutput = false,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
