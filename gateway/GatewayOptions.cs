using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Backoffice.Gateway;

/// <summary>What the gateway is told by its environment, as `Gateway__NAME`; the defaults are those of one machine.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    public const string Section = "Gateway";

    /// <summary>Where browsers and JSON clients connect: HTTP/1.1, and HTTP/2 when a certificate is given.</summary>
    [Required, Url]
    public string HttpUrl { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Where gRPC clients connect over clear-text HTTP/2; with a certificate they may use <see cref="HttpUrl"/> as well.</summary>
    [Required, Url]
    public string GrpcUrl { get; set; } = "http://127.0.0.1:8081";

    /// <summary>PEM file of the certificate; empty serves clear text, which belongs on loopback or behind a proxy with TLS.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>PEM file of the certificate's key.</summary>
    public string CertificateKeyFile { get; set; } = "";

    /// <summary>
    /// Networks, separated by commas, of the proxies in front that end TLS: they are believed about a caller's address and scheme.
    /// Empty believes nobody, which is right where callers connect to the gateway itself.
    /// </summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Address of each service by name, e.g. `Gateway__Services__document=http://document:8080`.</summary>
    public IDictionary<string, string> Services { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a connection to a service is used. The next may lead to another replica: one that never ended would keep to the first.</summary>
    [Range(1, 86_400)]
    public int ConnectionSeconds { get; set; } = 60;

    /// <summary>Client the gateway is at the issuer, for browser sessions.</summary>
    [Required]
    public string ClientId { get; set; } = "backoffice-web";

    /// <summary>That client's secret; empty switches browser sessions off and leaves bearer tokens.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Units a caller may spend at once: a call takes one, a search ten, a bulk import fifty.</summary>
    [Range(1, 10_000_000)]
    public int Burst { get; set; } = 20_000;

    /// <summary>Units a caller gets back each second.</summary>
    [Range(1, 1_000_000)]
    public int UnitsPerSecond { get; set; } = 2_000;

    /// <summary>The same for an address that presents no valid token.</summary>
    [Range(1, 10_000_000)]
    public int AnonymousBurst { get; set; } = 600;

    [Range(1, 1_000_000)]
    public int AnonymousUnitsPerSecond { get; set; } = 30;

    /// <summary>How long a JSON call may take; gRPC calls bring their own deadline.</summary>
    [Range(1, 600)]
    public int JsonTimeoutSeconds { get; set; } = 30;

    internal IEnumerable<IPNetwork> TrustedNetworks => TrustedProxyTexts.Select(IPNetwork.Parse);

    private string[] TrustedProxyTexts => TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => TrustedProxyTexts.Where(t => !IPNetwork.TryParse(t, out _))
        .Select(t => new ValidationResult($"{t} is no network, e.g. 10.0.0.0/8.", [nameof(TrustedProxies)]));
}
