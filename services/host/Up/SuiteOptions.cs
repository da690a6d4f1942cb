using System.Net;
using Backoffice.Platform.Storage;

namespace Backoffice.Host.Up;

/// <summary>How the suite is to run in one process.</summary>
public sealed record SuiteOptions
{
    public required Installation Installation { get; init; }

    /// <summary>Names of the modules to run; empty runs all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Creates a demonstration bureau and lets tokens be taken without a password. Never for real work.</summary>
    public bool Demo { get; init; }

    public int HttpPort { get; init; } = 8080;

    public int GrpcPort { get; init; } = 8081;

    /// <summary>Where metrics and health of the process are told, e.g. `127.0.0.1:9464`; null is a port of this machine that the system chooses.</summary>
    public IPEndPoint? Ops { get; init; }

    /// <summary>Where everybody else finds the suite; null is this machine only.</summary>
    public PublicDoor? Door { get; init; }

    /// <summary>Connection text of a PostgreSQL database; empty keeps SQLite files in the installation's folder.</summary>
    public string Postgres { get; init; } = "";

    /// <summary>StackExchange.Redis configuration of a Redis server; empty runs the embedded one.</summary>
    public string Redis { get; init; } = "";

    /// <summary>Fails loudly on uses of Dapr that would lose or double something; on in tests.</summary>
    public bool StrictDapr { get; init; }

    /// <summary>Settings for every module, over all others; `module:Section:Name` is for one module only.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Last say on each module's builder, e.g. where its log goes.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };

    internal bool Wants(string module) => Only.Count == 0 || Only.Contains(module);

    /// <summary>The module that starts last: it tells of the whole process.</summary>
    internal string LastModule => Modules.Names.Last(Wants);

    internal StoreKind Store => Postgres.Length > 0 ? StoreKind.Postgres : StoreKind.Sqlite;

    /// <summary>Address for browsers and JSON clients, as the issuer has it: signing in from another one would be refused.</summary>
    internal string HttpUrl => Door?.Url.GetLeftPart(UriPartial.Authority) ?? $"http://localhost:{HttpPort}";

    /// <summary>Address for gRPC clients; over clear text they are on this machine.</summary>
    internal string GrpcUrl => Door is { CertificateFile.Length: > 0 } ? $"https://{Door.Url.Host}:{GrpcPort}" : $"http://localhost:{GrpcPort}";
}

/// <summary>The door to the network: an address, and the certificate that is shown there.</summary>
/// <param name="Url">The public address, e.g. `https://office.example/`.</param>
/// <param name="CertificateFile">PEM file; empty where a proxy on this machine ends TLS.</param>
/// <param name="CertificateKeyFile">PEM file of its private key.</param>
public sealed record PublicDoor(Uri Url, string CertificateFile, string CertificateKeyFile)
{
    /// <summary>With a certificate on all addresses; clear text stays on this machine.</summary>
    internal string Listen(int port) => CertificateFile.Length > 0 ? $"https://0.0.0.0:{port}" : $"http://localhost:{port}";
}
