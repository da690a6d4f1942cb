using System.Net;
using System.Threading.Channels;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Dapr.Client;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using DaprStub = Dapr.Client.Autogen.Grpc.v1.Dapr.DaprClient;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>One delivery attempt, as the app saw it.</summary>
public sealed record Received(TopicEventRequest Event, Metadata Headers)
{
    public string Text => Event.Data.ToStringUtf8();
}

/// <summary>A real gRPC app on Kestrel that knows its sidecar from configuration only, as a service of the suite does.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly GrpcChannel _sidecarChannel;
    private bool _stopped;

    private TestApp(TestAppPlan plan, LocalDaprSidecar sidecar, WebApplication host)
    {
        (Plan, Sidecar, _host) = (plan, sidecar, host);
        _sidecarChannel = GrpcChannel.ForAddress(sidecar.GrpcEndpoint);
        Raw = new DaprStub(_sidecarChannel);
        Address = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public TestAppPlan Plan { get; }

    public string AppId => Plan.AppId;

    public LocalDaprSidecar Sidecar { get; }

    public Uri Address { get; }

    public DaprClient Dapr => _host.Services.GetRequiredService<DaprClient>();

    /// <summary>The generated client, for what the SDK has no call for.</summary>
    public DaprStub Raw { get; }

    public Metadata Token => new() { { "dapr-api-token", Sidecar.ApiToken } };

    /// <summary>Everything delivered so far, in order of arrival.</summary>
    public ChannelReader<Received> Deliveries => _host.Services.GetRequiredService<Channel<Received>>().Reader;

    /// <summary>What this app answers to health probes.</summary>
    public HealthSwitch Health => _host.Services.GetRequiredService<HealthSwitch>();

    internal Func<Task> OnStop { get; set; } = () => Task.CompletedTask;

    public static async Task<TestApp> StartAsync(TestAppPlan plan, LocalDaprSidecar sidecar, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DAPR_GRPC_ENDPOINT"] = sidecar.GrpcEndpoint.AbsoluteUri,
            ["DAPR_HTTP_ENDPOINT"] = sidecar.HttpEndpoint.AbsoluteUri,
            ["DAPR_API_TOKEN"] = sidecar.ApiToken,
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddDaprClient();
        builder.Services.AddSingleton(plan).AddSingleton(Channel.CreateUnbounded<Received>()).AddSingleton<HealthSwitch>();

        var host = builder.Build();
        host.MapGrpcService<EchoService>();
        if (plan.ImplementsCallbacks)
            host.MapGrpcService<CallbackService>();
        if (plan.ImplementsHealth)
            host.MapGrpcService<HealthService>();

        await host.StartAsync();
        return new(plan, sidecar, host);
    }

    public async Task<Received> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return await Deliveries.ReadAsync(patience.Token);
    }

    /// <summary>Stops as a process that is told to: the runtime hears of it first.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;

        _stopped = true;
        await OnStop();
        await _host.StopAsync();
    }

    /// <summary>Stops as a process that dies: nobody is told.</summary>
    public async Task KillAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _host.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _sidecarChannel.Dispose();
        await _host.DisposeAsync();
    }
}
