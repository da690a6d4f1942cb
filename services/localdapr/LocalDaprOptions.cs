using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Backoffice.LocalDapr;

/// <summary>What a local runtime is started with. It is meant for development and for a suite on a single machine.</summary>
public sealed record LocalDaprOptions
{
    /// <summary>The folder with the production YAML (Component, Subscription, Resiliency, Configuration), read recursively.</summary>
    public required string ResourcesPath { get; init; }

    /// <summary>StackExchange.Redis configuration text that replaces the address of every Redis component; null uses the YAML's.</summary>
    public string? RedisAddress { get; init; }

    /// <summary>Refuse what Dapr allows but the suite's rules forbid, such as an etag inside a transaction. On in tests.</summary>
    public bool Strict { get; init; }

    /// <summary>Where topics are kept when the server has no streams; null keeps them until the runtime is disposed.</summary>
    public string? DataPath { get; init; }

    /// <summary>Secrets as Kubernetes mounts them: one folder per secret, one file per key. The environment (NAME_KEY) is asked next.</summary>
    public string? SecretsPath { get; init; }

    /// <summary>What daprd calls NAMESPACE; null is a runtime without one.</summary>
    public string? Namespace { get; init; }

    /// <summary>How often an app's health is asked for.</summary>
    public TimeSpan HealthInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many failed probes in a row make an app unhealthy; one good probe makes it healthy again.</summary>
    public int HealthThreshold { get; init; } = 2;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;
}
