using System.Globalization;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.AspNetCore.Server;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using StackExchange.Redis;
using Xunit;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>
/// A thousand calls on two replicas of each service while one service after the other is frozen, killed and cut off from its
/// database, Redis is emptied and goes away for half a minute, and deliveries are dropped, doubled and late. Nothing accepted is
/// missing or doubled, and what is made of events is what the events say. BACKOFFICE_TEST_STORM=10000 makes ten times as many calls.
/// Several replicas are PostgreSQL's place: on SQLite, where they share a file, a third as many calls show that its locks hold.
/// </summary>
public sealed class StormTests
{
    private static readonly int Calls = int.Parse(Environment.GetEnvironmentVariable("BACKOFFICE_TEST_STORM") ?? "1000", CultureInfo.InvariantCulture);

    /// <summary>Another seed is another storm; the failure of one is had again with the variable set to its seed.</summary>
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("BACKOFFICE_TEST_SEED") ?? "20261126", CultureInfo.InvariantCulture);

    private static readonly TimeSpan RedisAway = TimeSpan.FromSeconds(30);

    /// <summary>Calls that are answered before the next trouble.</summary>
    private const int CallsBetween = 20;

    /// <summary>Longer than a connection or a lock is waited for without a word, shorter than a caller's patience.</summary>
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(6);

    [Theory, EveryDatabase]
    public async Task Two_replicas_of_each_service_come_through_a_storm_of_faults_with_every_ledger_whole(StoreKind store)
    {
        var documents = ((store == StoreKind.Sqlite ? Calls / 3 : Calls) + OfficeUnderFire.CallsEach - 1) / OfficeUnderFire.CallsEach;
        var calls = documents * OfficeUnderFire.CallsEach;
        await using var storm = await StormOffice.StartAsync(store, Seed);
        await storm.Office.ComeThroughAsync(documents, work => Task.WhenAll(TroubleRedisAsync(storm, calls, work), KillAsync(storm, calls, work)), $"seed {Seed}");
        // What was mended was said.
        storm.Suite.Errors.Heard("the feed was read").ShouldBeGreaterThan(0);
        if (storm.Suite.OwnRedis is not null)
            storm.Suite.Errors.Heard("Events were not published; the relay tries again").ShouldBeGreaterThan(0);
    }

    /// <summary>Empties Redis twice and, where it is a server of its own, takes it away in between, all at moments the seed gives.</summary>
    private static async Task TroubleRedisAsync(StormOffice storm, int calls, Task work)
    {
        var random = new Random(Seed);
        var moments = Enumerable.Range(0, 3).Select(_ => random.Next(20, calls * 8 / 10)).Order().ToList();
        await storm.Office.UntilAsync(moments[0], work);
        await storm.EmptyRedisAsync();
        await storm.Office.UntilAsync(moments[1], work);
        if (storm.Suite.OwnRedis is { } redis)
        {
            var before = storm.Office.Work.Accepted;
            await redis.StopAsync();
            await Task.Delay(RedisAway, TestContext.Current.CancellationToken);
            await redis.RestartAsync();
            storm.Office.Work.Accepted.ShouldBeGreaterThan(before, "The office stood still while Redis was away.");
        }
        await storm.Office.UntilAsync(moments[2], work);
        await storm.EmptyRedisAsync();
    }

    /// <summary>
    /// Freezes and kills every service's second replica, in an order and at moments the seed gives, and starts it again; all
    /// connections to the database are cut each time.
    /// </summary>
    private static async Task KillAsync(StormOffice storm, int calls, Task work)
    {
        var random = new Random(Seed + 1);
        var victims = storm.Processes.ToArray();
        random.Shuffle(victims);
        foreach (var (victim, moment) in victims.Zip(victims.Select(_ => random.Next(20, calls * 9 / 10)).Order()))
        {
            await storm.Office.UntilAsync(moment, work);
            await victim.FreezeAsync(Frozen, TestContext.Current.CancellationToken);
            await storm.Office.UntilAsync(storm.Office.Work.Accepted + CallsBetween, work);
            await storm.Suite.Store.CutConnectionsAsync();
            await storm.Office.UntilAsync(storm.Office.Work.Accepted + CallsBetween, work);
            await victim.KillAsync();
            await victim.RestartAsync();
        }
    }
}

/// <summary>
/// Two replicas of each service: one in this process, whose events arrive unreliably, and one in a process of its own.
/// </summary>
internal sealed class StormOffice : IAsyncDisposable
{
    private readonly Dictionary<string, ServiceProcess> _processes = [];
    private int _turn;

    private StormOffice(Backoffice.Testing.Suite suite) => (Suite, Office) = (suite, new TroubledOffice(suite, Next));

    public Backoffice.Testing.Suite Suite { get; }

    public TroubledOffice Office { get; }

    /// <summary>The second replica of each service.</summary>
    public IReadOnlyCollection<ServiceProcess> Processes => _processes.Values;

    public static async Task<StormOffice> StartAsync(StoreKind store, int seed)
    {
        var suite = await Backoffice.Testing.Suite.StartAsync(store);
        // Whoever looks at the moment a connection is cut says so.
        suite.Errors.Expect("The store does not answer.");
        suite.Errors.ListenFor("the feed was read");
        suite.Errors.ListenFor("Events were not published; the relay tries again");
        var delivery = new UnreliableDelivery(seed);
        foreach (var module in TroubledOffice.Modules)
        {
            await suite.AddAsync(module, module.Name, new SuitePart
            {
                Configure = builder => builder.Services.AddSingleton(delivery).Configure<GrpcServiceOptions>(o => o.Interceptors.Add<UnreliableDelivery>()),
            });
        }
        await suite.SeedAsync(TroubledOffice.Services);
        var storm = new StormOffice(suite);
        foreach (var module in TroubledOffice.Modules)
            storm._processes.Add(module.Name, await suite.AddProcessAsync(module, Second(module.Name)));
        return storm;
    }

    public async Task EmptyRedisAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Suite.Redis + ",allowAdmin=true");
        foreach (var server in connection.GetServers())
            await server.FlushAllDatabasesAsync();
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    /// <summary>One replica after the other.</summary>
    private string Next(string service) => Interlocked.Increment(ref _turn) % 2 == 0 || !_processes[service].IsReady ? service : Second(service);

    private static string Second(string service) => $"{service}/second";
}
