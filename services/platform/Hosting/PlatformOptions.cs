using System.ComponentModel.DataAnnotations;
using Backoffice.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Backoffice.Platform.Hosting;

/// <summary>What every service is told by its environment, as `Backoffice__NAME`; the defaults are those of one machine.</summary>
public sealed class PlatformOptions
{
    public const string Section = "Backoffice";

    /// <summary>Where the service listens for gRPC, gRPC-Web and JSON, all over clear-text HTTP/2.</summary>
    [Required, Url]
    public string GrpcUrl { get; set; } = "http://127.0.0.1:0";

    /// <summary>Where the service answers /healthz, /readyz and /metrics over HTTP/1.1.</summary>
    [Required, Url]
    public string OpsUrl { get; set; } = "http://127.0.0.1:0";

    /// <summary>Which database keeps the records: `Sqlite` or `Postgres`.</summary>
    public StoreKind Store { get; set; } = StoreKind.Sqlite;

    /// <summary>Connection text of that database; empty means a file in <see cref="DataFolder"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Folder for the SQLite file, and for blobs without a bucket.</summary>
    [Required]
    public string DataFolder { get; set; } = ".data";

    /// <summary>Bucket for blobs, in a store that speaks S3; empty keeps them in <see cref="DataFolder"/>. Replicas need a bucket.</summary>
    public string BlobBucket { get; set; } = "";

    /// <summary>Address of that store.</summary>
    [Url]
    public string BlobUrl { get; set; } = "http://localhost:9000";

    /// <summary>Region that requests to it are signed for; most stores on premises take any.</summary>
    [Required]
    public string BlobRegion { get; set; } = "us-east-1";

    /// <summary>Its access key.</summary>
    public string BlobAccessKey { get; set; } = "";

    /// <summary>Its secret key.</summary>
    public string BlobSecretKey { get; set; } = "";

    /// <summary>Redis, as the StackExchange.Redis client takes it.</summary>
    [Required]
    public string Redis { get; set; } = "localhost:6379";

    /// <summary>`iss` of the access tokens: the issuer's public address.</summary>
    [Required, Url]
    public string Issuer { get; set; } = "http://localhost:8080/";

    /// <summary>Where the issuer's public keys are read.</summary>
    [Required, Url]
    public string JwksUrl { get; set; } = "http://localhost:8080/.well-known/jwks";

    /// <summary>`aud` that an access token must carry.</summary>
    [Required]
    public string Audience { get; set; } = "backoffice";

    /// <summary>`typ` of an access token; an external issuer may say `JWT`.</summary>
    [Required]
    public string TokenType { get; set; } = "at+jwt";

    /// <summary>Claim that holds the login name.</summary>
    [Required]
    public string AccountClaim { get; set; } = "sub";

    /// <summary>Claim that holds the roles.</summary>
    [Required]
    public string RoleClaim { get; set; } = "role";

    /// <summary>IANA time zone of the office: decides the day and the year of registers.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Address of an OTLP collector; empty exports nothing.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Token with which the own Dapr sidecar calls; also read from APP_API_TOKEN. Without it no event is taken in.</summary>
    public string AppApiToken { get; set; } = "";

    /// <summary>Binds and checks the options; one exception names every variable that is wrong.</summary>
    public static PlatformOptions Read(IConfiguration configuration)
    {
        var options = OptionsReader.Read(configuration, Section, new PlatformOptions { AppApiToken = configuration["APP_API_TOKEN"] ?? "" });
        if (options.Store == StoreKind.Postgres && options.ConnectionString.Length == 0)
            throw new OptionsValidationException(Section, typeof(PlatformOptions), [$"{Section}__ConnectionString: PostgreSQL needs one."]);
        return options;
    }

    internal StoreOptions StoreOf(string service) => new(
        Store,
        ConnectionString.Length > 0 || Store == StoreKind.Postgres
            ? ConnectionString
            : $"Data Source={Path.Combine(DataFolder, service + ".db")};Pooling=True",
        service);
}
