using System.Reflection;
using Backoffice.Coordination.V1;
using Backoffice.Identity.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Events;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Backoffice.Platform.Hosting;

/// <summary>
/// A service's table of contents: what it stores, which rpcs it serves, which events it reacts to. Built alone by its own
/// Program or beside others by the host; each time it is a whole application with its own container and ports.
/// </summary>
public sealed class ServiceModule(string name)
{
    private readonly List<Type> _services = [];
    private readonly List<Action<WebApplication>> _maps = [];
    private readonly List<Action<WebApplicationBuilder>> _configures = [];
    private readonly List<ReactionRoute> _reactions = [];
    private Action<IServiceCollection, StoreOptions>? _storage;
    private Assembly? _assembly;

    public string Name => name;

    /// <summary>The service's store, with the context type of each database (one model, two sets of migrations).</summary>
    public ServiceModule Stores<TDb, TSqlite, TPostgres>()
        where TDb : ServiceDb
        where TSqlite : TDb
        where TPostgres : TDb
    {
        _storage = StoreRegistration.Add<TDb, TSqlite, TPostgres>;
        _assembly = typeof(TDb).Assembly;
        return this;
    }

    /// <summary>Serves the rpcs of one generated service.</summary>
    public ServiceModule Serves<TService>() where TService : class
    {
        // The contract is read when it is served: most commands of the host never serve it.
        _services.Add(typeof(TService));
        _maps.Add(app => app.MapGrpcService<TService>());
        return this;
    }

    /// <summary>Reacts to an event of another service.</summary>
    /// <param name="orderKey">What must be applied in order: an event waits for an earlier one of its key that could not be applied. Without it, for all of its type.</param>
    public ServiceModule Reacts<TEvent, TReaction>(Func<TEvent, string>? orderKey = null)
        where TEvent : class, IMessage<TEvent>, new()
        where TReaction : class, IReaction<TEvent>
    {
        _reactions.Add(ReactionRoute.Of<TEvent, TReaction>(orderKey));
        _configures.Add(b => b.Services.AddScoped<TReaction>());
        return this;
    }

    /// <summary>Names tables that are made of events and of nothing else, so that they can be made anew.</summary>
    public ServiceModule Makes(ReadModel model)
    {
        _configures.Add(b => b.Services.AddSingleton(model));
        return this;
    }

    /// <summary>The service's own options and parts.</summary>
    public ServiceModule With(Action<WebApplicationBuilder> configure)
    {
        _configures.Add(configure);
        return this;
    }

    /// <summary>Endpoints besides the contract's rpcs.</summary>
    public ServiceModule Maps(Action<WebApplication> map)
    {
        _maps.Add(map);
        return this;
    }

    /// <summary>
    /// Runs the service alone until it is told to stop. With the one argument `migrate` it brings its store to the version of
    /// the program and ends, beside whatever replicas run: a failed migration then stops an upgrade before the first new replica.
    /// </summary>
    public Task RunAsync(string[] args) => args is ["migrate"] ? MigrateAsync() : Build(args, new ModuleSurroundings()).RunAsync();

    /// <summary>Builds the application.</summary>
    /// <exception cref="ContractException">An rpc is not fully declared or a rule is not supported.</exception>
    public WebApplication Build(string[] args, ModuleSurroundings surroundings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // The service's own assembly, whoever's process it is: pages are looked for there.
            ApplicationName = _assembly?.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(surroundings.Settings);
        surroundings.Configure(builder);

        var contracts = ContractTable.Of([.. _services.Select(DescriptorOf), V1.EventFeedService.Descriptor, V1.AuditService.Descriptor, V1.EventPathService.Descriptor]);
        var options = PlatformServices.Add(builder, name, contracts, surroundings.OwnTelemetry);
        (_storage ?? throw new InvalidOperationException($"{name} says no store.")).Invoke(builder.Services, options.StoreOf(name));
        builder.Services.AddScoped<WhenAccountTokensRevoked>().AddScoped<WhenSessionEnded>().AddScoped<WhenDirectoryChanged>();
        // Nobody reacts to events of its own: whoever publishes has made the change in the same turn.
        foreach (var reaction in _reactions.Concat(BuiltIn).Where(r => r.Producer != name))
            builder.Services.AddSingleton(reaction);
        foreach (var configure in _configures)
            configure(builder);

        var app = builder.Build();
        PlatformServices.Map(app, name, surroundings.OwnTelemetry);
        foreach (var map in _maps)
            map(app);
        return app;
    }

    /// <summary>A container with the service's store and nothing that runs, for whoever looks into the records of a service at rest.</summary>
    public ServiceProvider BuildStore(PlatformOptions options)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(new ServiceIdentity(name)).AddSingleton(TimeProvider.System);
        _storage!(services, options.StoreOf(name));
        return services.BuildServiceProvider();
    }

    private async Task MigrateAsync()
    {
        var options = PlatformOptions.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        await using var store = BuildStore(options);
        var last = await Migrator.RunAsync(store.GetRequiredService<IServiceScopeFactory>(), store.GetRequiredService<StoreConnections>(), options, CancellationToken.None);
        Console.WriteLine($"{name}: the store is at {last}.");
    }

    /// <summary>What every service reacts to, whatever it is for.</summary>
    private static IEnumerable<ReactionRoute> BuiltIn =>
    [
        ReactionRoute.Of<AccountTokensRevoked, WhenAccountTokensRevoked>(e => e.Account),
        ReactionRoute.Of<SessionEnded, WhenSessionEnded>(e => e.Account),
        ReactionRoute.Of<DirectoryChanged, WhenDirectoryChanged>(),
    ];

    // The generator nests the base class in the class that holds the descriptor.
    private static ServiceDescriptor DescriptorOf(Type service) =>
        (ServiceDescriptor)service.BaseType!.DeclaringType!.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}

/// <summary>What surrounds a module: nothing when it runs alone, the host when several run in one process.</summary>
public sealed record ModuleSurroundings
{
    /// <summary>Settings that win over the environment's.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Last say on the builder, e.g. the host's log or a test's clock.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>False where the process has one telemetry pipeline for all modules.</summary>
    public bool OwnTelemetry { get; init; } = true;
}
