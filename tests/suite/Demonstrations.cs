using System.Collections.Concurrent;
using System.Net;
using Backoffice.Host.Commands;
using Backoffice.Host.Up;
using Backoffice.Platform.Storage;
using Backoffice.Suite.Tests;
using Backoffice.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(Demonstrations))]

namespace Backoffice.Suite.Tests;

/// <summary>How a client speaks to the gateway.</summary>
public enum Wire
{
    Grpc,
    GrpcWeb,
    Json,
}

/// <summary>The whole suite as `backoffice up --demo` runs it, once on each database, shared by all tests.</summary>
public sealed class Demonstrations : IAsyncLifetime
{
    private readonly Lazy<Task<Demonstration>> _sqlite = new(() => Demonstration.StartAsync(StoreKind.Sqlite));
    private readonly Lazy<Task<Demonstration>> _postgres = new(() => Demonstration.StartAsync(StoreKind.Postgres));

    public Task<Demonstration> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite : _postgres).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var demonstration in new[] { _sqlite, _postgres }.Where(d => d is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await demonstration.Value).DisposeAsync();
    }
}

/// <summary>One running demonstration, and calls to it by anybody over any wire.</summary>
public sealed class Demonstration : IAsyncDisposable
{
    private readonly RunningSuite _suite;
    private readonly RealRedis? _redis;
    private readonly SuiteClient _client;
    private readonly GrpcChannel _grpc;
    private readonly GrpcChannel _grpcWeb;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new();

    private Demonstration(TestStore store, RealRedis? redis, RunningSuite suite, Installation installation)
    {
        (Store, _redis, _suite, Installation) = (store, redis, suite, installation);
        _client = new SuiteClient(installation, new RunNote(Environment.ProcessId, suite.HttpUrl, suite.GrpcUrl, Demo: true));
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(suite.HttpUrl) };
        var sizes = new GrpcChannelOptions { MaxSendMessageSize = 64 << 20, MaxReceiveMessageSize = 64 << 20 };
        _grpc = GrpcChannel.ForAddress(suite.GrpcUrl, sizes);
        _grpcWeb = GrpcChannel.ForAddress(suite.HttpUrl, new GrpcChannelOptions
        {
            MaxSendMessageSize = 64 << 20,
            MaxReceiveMessageSize = 64 << 20,
            HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWeb, new HttpClientHandler()),
            HttpVersion = HttpVersion.Version11,
        });
    }

    public TestStore Store { get; }

    public Installation Installation { get; }

    public ErrorLog Errors { get; private init; } = new();

    public HttpClient Http { get; }

    public IReadOnlyList<RunningModule> Modules => _suite.Modules;

    /// <param name="kind">Its database.</param>
    /// <param name="differs">How it differs from the one that all tests share.</param>
    public static async Task<Demonstration> StartAsync(StoreKind kind, Func<SuiteOptions, SuiteOptions>? differs = null)
    {
        var store = await TestStore.CreateAsync(kind);
        var redis = kind == StoreKind.Postgres && RealRedis.IsInstalled ? await RealRedis.StartAsync() : null;
        var installation = new Installation(Path.Combine(store.Folder, "installation"));
        var errors = new ErrorLog();
        var options = new SuiteOptions
        {
            Installation = installation,
            Demo = true,
            HttpPort = FreePort.Find(),
            GrpcPort = FreePort.Find(),
            Postgres = store.Settings["Backoffice:ConnectionString"] ?? "",
            Redis = redis?.Address ?? "",
            StrictDapr = true,
            Configure = builder =>
            {
                // Every rpc is called as nobody, several times over, from one address; that budgets end is tested with small ones.
                builder.Configuration["Gateway:AnonymousBurst"] = "100000";
                builder.Logging.ClearProviders().AddProvider(errors);
            },
        };
        var suite = await RunningSuite.StartAsync(differs?.Invoke(options) ?? options, _ => { }, CancellationToken.None);
        await Host.Demo.DemoOffice.CreateAsync(installation, suite, CancellationToken.None);
        return new Demonstration(store, redis, suite, installation) { Errors = errors };
    }

    public Task<string> TokenAsync(string account) => _tokens.GetOrAdd(account, name => new(() => NewTokenAsync(name))).Value;

    public async Task<CallInvoker> AsAsync(string account, Wire wire = Wire.Grpc) => With($"Bearer {await TokenAsync(account)}", wire);

    /// <summary>Calls with any authorisation header, or none.</summary>
    public CallInvoker With(string? authorization, Wire wire) => wire == Wire.Json
        ? new JsonCallInvoker(Http, authorization)
        : (wire == Wire.Grpc ? _grpc : _grpcWeb).Intercept(metadata =>
        {
            if (authorization is not null)
                metadata.Add("authorization", authorization);
            return metadata;
        });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _grpc.Dispose();
        _grpcWeb.Dispose();
        Http.Dispose();
        await _suite.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
        await Store.DisposeAsync();
        if (Errors.Unexpected.Count > 0)
            throw new InvalidOperationException("Services logged errors that no test expected:\n" + string.Join('\n', Errors.Unexpected));
    }

    private async Task<string> NewTokenAsync(string account) =>
        await _client.DemoTokenAsync(account, CancellationToken.None) ?? throw new InvalidOperationException($"No token for {account}.");
}

/// <summary>Every database over every wire.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAndWireAttribute : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<Xunit.ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) => new(
    [
        .. from store in Enum.GetValues<StoreKind>()
           from wire in Enum.GetValues<Wire>()
           select new TheoryDataRow(store, wire) { Skip = store == StoreKind.Postgres && TestStore.Server is null ? $"{TestStore.PostgresVariable} is not set" : null },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
