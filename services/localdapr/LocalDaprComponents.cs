using System.Globalization;
using Backoffice.LocalDapr.Locks;
using Backoffice.LocalDapr.PubSub;
using Backoffice.LocalDapr.Redis;
using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.Secrets;
using Backoffice.LocalDapr.State;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Backoffice.LocalDapr;

/// <summary>The components of the resource folder, opened, and who may use them.</summary>
internal sealed class LocalDaprComponents : IAsyncDisposable
{
    private readonly LocalDaprOptions _options;
    private readonly ResourceFolder _resources;
    private readonly ILogger _log;
    private readonly Dictionary<string, RedisServer> _servers = new(StringComparer.Ordinal);
    private readonly Dictionary<RedisServer, LocalTopicStore> _topicStores = [];
    private readonly List<RedisState> _states = [];
    private readonly List<RedisLocks> _locks = [];
    private readonly List<PubSubComponent> _pubsubs = [];
    private readonly List<LocalSecrets> _secrets = [];
    private readonly HashSet<string> _deadLetterTopics = new(StringComparer.Ordinal);

    private LocalDaprComponents(LocalDaprOptions options, ResourceFolder resources, ILogger log)
    {
        (_options, _resources, _log) = (options, resources, log);
        Strict = new StrictRules(options.Strict);
        _deadLetterTopics.UnionWith(resources.Subscriptions.Select(s => s.DeadLetterTopic));
    }

    public StrictRules Strict { get; }

    public static async Task<LocalDaprComponents> OpenAsync(LocalDaprOptions options, ILogger log)
    {
        var resources = ResourceFolder.Read(options.ResourcesPath, new SecretLookup(options.SecretsPath, options.RedisAddress is not null));
        var components = new LocalDaprComponents(options, resources, log);
        try
        {
            foreach (var component in resources.Components)
                await components.OpenAsync(component);

            return components;
        }
        catch (Exception)
        {
            await components.DisposeAsync();
            throw;
        }
    }

    public IEnumerable<ComponentSpec> VisibleTo(string appId) => _resources.Components.Where(c => c.VisibleTo(appId));

    public RedisState State(string appId, string name) => Find(_states, s => s.Component, appId, name, "state");

    public RedisLocks Locks(string appId, string name) => Find(_locks, l => l.Component, appId, name, "lock");

    public LocalSecrets Secrets(string appId, string name) => Find(_secrets, s => s.Component, appId, name, "secret");

    public PubSubComponent PubSub(string appId, string name) => name.Length == 0
        ? throw DaprError.Create(StatusCode.InvalidArgument, "DAPR_PUBSUB_NAME_EMPTY", "pubsub name is empty")
        : Find(_pubsubs, p => p.Component, appId, name, "pubsub");

    public IEnumerable<SubscriptionSpec> DeclaredFor(string appId) => _resources.Subscriptions.Where(s => s.VisibleTo(appId));

    /// <summary>An impossible subscription stops its app's start; daprd would log a line and deliver nothing.</summary>
    public IReadOnlyList<SubscriptionSpec> Check(string appId, IReadOnlyList<SubscriptionSpec> subscriptions)
    {
        IReadOnlySet<string> deadLetterTopics;
        lock (_deadLetterTopics)
        {
            _deadLetterTopics.UnionWith(subscriptions.Select(s => s.DeadLetterTopic));
            deadLetterTopics = _deadLetterTopics.ToHashSet(StringComparer.Ordinal);
        }

        foreach (var subscription in subscriptions)
        {
            if (!_pubsubs.Exists(p => p.Component.Name == subscription.PubSubName && p.Component.VisibleTo(appId)))
                throw subscription.Refuse($"names the pub/sub component '{subscription.PubSubName}', which '{appId}' does not have.");

            if (!PubSub(appId, subscription.PubSubName).MaySubscribe(appId, subscription.Topic))
                throw subscription.Refuse($"is not for '{appId}': the scopes of '{subscription.PubSubName}' do not let it.");

            Strict.CheckSubscription(subscription, _resources.Inbound(subscription.PubSubName, appId), deadLetterTopics);
        }

        return subscriptions;
    }

    public Task<IAsyncDisposable> SubscribeAsync(string appId, SubscriptionSpec subscription, EventCall call) =>
        PubSub(appId, subscription.PubSubName).SubscribeAsync(appId, subscription, _resources.Inbound(subscription.PubSubName, appId), call);

    public async ValueTask DisposeAsync()
    {
        foreach (var pubsub in _pubsubs)
            await pubsub.DisposeAsync();

        foreach (var store in _topicStores.Values)
            store.Dispose();

        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }

    private static T Find<T>(List<T> all, Func<T, ComponentSpec> spec, string appId, string name, string kind)
        where T : class
    {
        if (all.Find(c => spec(c).Name == name && spec(c).VisibleTo(appId)) is { } found)
            return found;

        throw all.Exists(c => spec(c).VisibleTo(appId)) ? DaprError.NotFound(kind, name) : DaprError.NotConfigured(kind);
    }

    private async Task OpenAsync(ComponentSpec component)
    {
        Strict.CheckComponent(component);

        // Settings are read before the server is asked for, so that a mistake is named even where Redis is out of reach.
        switch (component.Type)
        {
            case ComponentKeys.State:
                _states.Add(new(component, Prefix(component), Ttl(component), await ServerAsync(component)));
                break;
            case ComponentKeys.Lock:
                _locks.Add(new(component, Prefix(component), await ServerAsync(component)));
                break;
            case ComponentKeys.PubSub:
                var (scopes, settings) = (new TopicScopes(component), PubSubSettings.From(component, _options.Strict));
                var topics = Topics(component, settings, await ServerAsync(component));
                _pubsubs.Add(new(component, scopes, settings, topics, _options.Namespace, _options.Time, _log));
                break;
            default:
                _secrets.Add(new(component));
                break;
        }
    }

    private KeyPrefix Prefix(ComponentSpec component) => new(component, _options.Namespace);

    private static string Ttl(ComponentSpec component) =>
        component.Text("ttlInSeconds") is null ? "" : component.Number("ttlInSeconds", 0).ToString(CultureInfo.InvariantCulture);

    private async Task<RedisServer> ServerAsync(ComponentSpec component)
    {
        var configuration = RedisServer.Configure(component, _options.RedisAddress);
        var identity = configuration.ToString(includePassword: true);
        if (!_servers.TryGetValue(identity, out var server))
            _servers[identity] = server = await RedisServer.ConnectAsync(configuration, component);

        return server;
    }

    private ITopics Topics(ComponentSpec component, PubSubSettings settings, RedisServer server)
    {
        _log.TopicsOpened(component.Name, server.HasStreams ? "in Redis Streams" : _options.DataPath ?? "in memory");
        if (server.HasStreams)
            return new RedisStreams(server, settings, _options.Time);

        if (!_topicStores.TryGetValue(server, out var store))
            _topicStores[server] = store = LocalTopicStore.Open(FolderOf(server), _options.Time);

        return new LocalTopics(store, settings);
    }

    /// <summary>With an address given all components share one server, whose port may differ at each start.</summary>
    private string? FolderOf(RedisServer server) => _options.DataPath is null || _options.RedisAddress is not null
        ? _options.DataPath
        : Path.Combine(_options.DataPath, Uri.EscapeDataString(server.Address));
}
