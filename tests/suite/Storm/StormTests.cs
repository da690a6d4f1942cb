using System.Globalization;
using Backoffice.Archive;
using Backoffice.Coordination;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using StackExchange.Redis;
using Xunit;
using Role = Backoffice.Options.V1.Role;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>
/// A thousand calls on two replicas of each service while one service after the other is frozen, killed and cut off from its
/// database, Redis is emptied and goes away for half a minute, and deliveries are dropped, doubled and late. Nothing accepted is
/// missing or doubled, and what is made of events is what the events say. BACKOFFICE_TEST_STORM=10000 makes ten times as many calls.
/// </summary>
public sealed class StormTests
{
    private static readonly int Documents =
        (int.Parse(Environment.GetEnvironmentVariable("BACKOFFICE_TEST_STORM") ?? "1000", CultureInfo.InvariantCulture) + OfficeUnderFire.CallsEach - 1) / OfficeUnderFire.CallsEach;

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
        await using var office = await StormOffice.StartAsync(store, Seed);
        var work = Parallel.ForEachAsync(Enumerable.Range(1, Documents), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) => await office.Work.HandleAsync($"风暴演练第{i}件"));
        await Task.WhenAll(TroubleRedisAsync(office, work), KillAsync(office, work), work);
        office.Work.Accepted.ShouldBe(Documents * OfficeUnderFire.CallsEach, $"seed {Seed}");

        await office.CaughtUpAsync();
        await office.Work.RegisterIsWholeAsync(office.As("document", Office.Clerk));
        await EveryMatterHadOneHolderAsync(office);
        await office.Work.InboxesEqualTheWorkAsync(person => office.As("coordination", person), TimeSpan.Zero);
        await EveryReadModelEqualsItsRebuildAsync(office);
        await office.Work.EveryDocumentIsFiledOnceAsync(office.As("archive", Role.Archivist));
        // What was mended was said.
        office.Suite.Errors.Heard("the feed was read").ShouldBeGreaterThan(0);
        if (office.Suite.OwnRedis is not null)
            office.Suite.Errors.Heard("Events were not published; the relay tries again").ShouldBeGreaterThan(0);
    }

    /// <summary>Empties Redis twice and, where it is a server of its own, takes it away in between, all at moments the seed gives.</summary>
    private static async Task TroubleRedisAsync(StormOffice office, Task work)
    {
        var random = new Random(Seed);
        var moments = Enumerable.Range(0, 3).Select(_ => random.Next(20, Documents * OfficeUnderFire.CallsEach * 8 / 10)).Order().ToList();
        await office.UntilAsync(moments[0], work);
        await office.EmptyRedisAsync();
        await office.UntilAsync(moments[1], work);
        if (office.Suite.OwnRedis is { } redis)
        {
            var before = office.Work.Accepted;
            await redis.StopAsync();
            await Task.Delay(RedisAway, TestContext.Current.CancellationToken);
            await redis.RestartAsync();
            office.Work.Accepted.ShouldBeGreaterThan(before, "The office stood still while Redis was away.");
        }
        await office.UntilAsync(moments[2], work);
        await office.EmptyRedisAsync();
    }

    /// <summary>
    /// Freezes and kills every service's second replica, in an order and at moments the seed gives, and starts it again; all
    /// connections to the database are cut each time.
    /// </summary>
    private static async Task KillAsync(StormOffice office, Task work)
    {
        var random = new Random(Seed + 1);
        var victims = office.Processes.ToArray();
        random.Shuffle(victims);
        foreach (var (victim, moment) in victims.Zip(victims.Select(_ => random.Next(20, Documents * OfficeUnderFire.CallsEach * 9 / 10)).Order()))
        {
            await office.UntilAsync(moment, work);
            await victim.FreezeAsync(Frozen, TestContext.Current.CancellationToken);
            await office.UntilAsync(office.Work.Accepted + CallsBetween, work);
            await office.Suite.Store.CutConnectionsAsync();
            await office.UntilAsync(office.Work.Accepted + CallsBetween, work);
            await victim.KillAsync();
            await victim.RestartAsync();
        }
    }

    private static async Task EveryMatterHadOneHolderAsync(StormOffice office)
    {
        var told = (await office.Suite.EventsAsync<MatterProgressed>("document")).Select(e => e.Progress).ToLookup(p => p.Matter);
        told.Count.ShouldBe(Documents);
        foreach (var matter in told)
        {
            matter.Select(p => p.Act).ShouldBe(Enumerable.Range(1, 6));
            matter.SkipLast(1).ShouldAllBe(p => p.HolderPost.Length > 0 && p.State == MatterState.Running);
            matter.Last().State.ShouldBe(MatterState.Completed);
        }
    }

    private static async Task EveryReadModelEqualsItsRebuildAsync(StormOffice office)
    {
        var path = office.PathOf("coordination");
        var models = (await path.ListReadModelsAsync(new ListReadModelsRequest { Parent = "services/coordination" })).ReadModels;
        models.Count.ShouldBe(4);
        foreach (var model in models)
        {
            using var rebuild = path.RebuildReadModel(new RebuildReadModelRequest { Name = model.Name, ValidateOnly = true });
            var last = await rebuild.ResponseStream.ReadAllAsync().LastAsync();
            last.Tables.Count.ShouldBe(model.Tables.Count);
            last.Tables.ShouldAllBe(t => t.Equal && t.RowsAfter > 0);
        }
    }
}

/// <summary>
/// Two replicas each of coordination, document and archive: one in this process, whose events arrive unreliably, and one in a
/// process of its own.
/// </summary>
internal sealed class StormOffice : IAsyncDisposable
{
    private static readonly string[] Services = ["coordination", "document", "archive"];
    private readonly Dictionary<string, ServiceProcess> _processes = [];
    private int _turn;

    private StormOffice(Backoffice.Testing.Suite suite)
    {
        Suite = suite;
        Work = new OfficeUnderFire(person => As("document", person), leadPost: $"posts/{Office.SectionChief}");
    }

    public Backoffice.Testing.Suite Suite { get; }

    public OfficeUnderFire Work { get; }

    /// <summary>The second replica of each service.</summary>
    public IReadOnlyCollection<ServiceProcess> Processes => _processes.Values;

    public static async Task<StormOffice> StartAsync(StoreKind store, int seed)
    {
        var suite = await Backoffice.Testing.Suite.StartAsync(store);
        // Whoever looks at the moment a connection is cut says so.
        suite.Errors.Expect("The store does not answer.");
        suite.Errors.ListenFor("the feed was read");
        suite.Errors.ListenFor("Events were not published; the relay tries again");
        ServiceModule[] modules = [CoordinationModule.Module, DocumentModule.Module, ArchiveModule.Module];
        var delivery = new UnreliableDelivery(seed);
        foreach (var module in modules)
        {
            await suite.AddAsync(module, module.Name, new SuitePart
            {
                Configure = builder => builder.Services.AddSingleton(delivery).Configure<GrpcServiceOptions>(o => o.Interceptors.Add<UnreliableDelivery>()),
            });
        }
        await suite.SeedAsync(Services);
        var office = new StormOffice(suite);
        foreach (var module in modules)
            office._processes.Add(module.Name, await suite.AddProcessAsync(module, Second(module.Name)));
        return office;
    }

    /// <summary>Calls one replica after the other.</summary>
    public CallInvoker As(string service, string person) => Suite.As(Next(service), person);

    public CallInvoker As(string service, Role role) => Suite.Call(Next(service), role.ToString(), role);

    public EventPathService.EventPathServiceClient PathOf(string service) => new(As(service, Role.SystemAdministrator));

    /// <summary>Waits until so many calls are accepted, or the work has ended.</summary>
    public Task UntilAsync(int accepted, Task work) => Eventually.TrueAsync(() => Task.FromResult(Work.Accepted >= accepted || work.IsCompleted), TimeSpan.FromSeconds(180));

    public async Task EmptyRedisAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Suite.Redis + ",allowAdmin=true");
        foreach (var server in connection.GetServers())
            await server.FlushAllDatabasesAsync();
    }

    /// <summary>Waits until every service has applied every event, and nothing is set aside.</summary>
    public async Task CaughtUpAsync()
    {
        foreach (var service in Services)
        {
            var sources = await Eventually.SameAsync(
                async () => (await PathOf(service).ListEventSourcesAsync(new ListEventSourcesRequest { Parent = $"services/{service}" })).EventSources
                    .Where(s => Services.Contains(s.Producer)).ToList(),
                all => all.All(s => s.Reachable && s.AppliedSequence == s.LastSequence), TimeSpan.FromSeconds(60));
            sources.ShouldAllBe(s => s.DeadLetterCount == 0);
        }
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    private string Next(string service) => Interlocked.Increment(ref _turn) % 2 == 0 || !_processes[service].IsReady ? service : Second(service);

    private static string Second(string service) => $"{service}/second";
}
