namespace Backoffice.LocalDapr.Resources;

/// <summary>
/// Every component type and metadata key the runtime accepts. A key outside these lists stops the start: a setting that production
/// honours and the local runtime drops in silence is the kind of difference this runtime exists to avoid.
/// </summary>
internal static class ComponentKeys
{
    public const string State = "state.redis";
    public const string PubSub = "pubsub.redis";
    public const string Lock = "lock.redis";
    public const string SecretFile = "secretstores.local.file";
    public const string SecretEnvironment = "secretstores.local.env";

    private static readonly string[] Connection = ["redisHost", "redisPort", "redisUsername", "redisPassword", "redisDB", "enableTLS", "redisType", "failover"];

    /// <summary>Pooling and socket settings of daprd's own Redis client; they change no behaviour an app can rely on.</summary>
    private static readonly string[] Irrelevant =
    [
        "redisMaxRetries", "redisMinRetryInterval", "redisMaxRetryInterval", "maxRetries", "maxRetryBackoff", "dialTimeout", "readTimeout",
        "writeTimeout", "poolSize", "poolTimeout", "minIdleConns", "maxConnAge", "idleTimeout", "idleCheckFrequency", "sentinelMasterName",
        "sentinelUsername", "sentinelPassword", "insecureSkipTLSVerify", "actorStateStore",
    ];

    private static readonly Dictionary<string, string[]> Understood = new(StringComparer.Ordinal)
    {
        [State] = [.. Connection, "keyPrefix", "ttlInSeconds"],
        [Lock] = [.. Connection, "keyPrefix"],
        [PubSub] =
        [
            .. Connection, "consumerID", "processingTimeout", "redeliverInterval", "queueDepth", "concurrency", "maxLenApprox", "streamTTL",
            "publishingScopes", "subscriptionScopes", "allowedTopics", "protectedTopics",
        ],
        [SecretFile] = ["secretsFile", "nestedSeparator"],
        [SecretEnvironment] = ["prefix"],
    };

    public static bool IsKnownType(string type) => Understood.ContainsKey(type);

    public static bool IsKnown(string type, string key) =>
        Understood[type].Contains(key, StringComparer.OrdinalIgnoreCase)
        || (type.EndsWith(".redis", StringComparison.Ordinal) && Irrelevant.Contains(key, StringComparer.OrdinalIgnoreCase));
}
