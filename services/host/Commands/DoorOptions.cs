using System.CommandLine;
using Backoffice.Host.Up;

namespace Backoffice.Host.Commands;

/// <summary>Options of `backoffice up` for an installation that others than this machine reach.</summary>
internal static class DoorOptions
{
    public static Option<string> PublicUrl { get; } = Text("--public-url", "BACKOFFICE_PUBLIC_URL", "Address where everybody finds the suite, e.g. https://office.example/. Without it this machine only does.");

    public static Option<string> Certificate { get; } = Text("--certificate", "BACKOFFICE_CERTIFICATE", "PEM file of the certificate for that address. Without it a proxy on this machine ends TLS.");

    public static Option<string> CertificateKey { get; } = Text("--certificate-key", "BACKOFFICE_CERTIFICATE_KEY", "PEM file of the certificate's private key.");

    /// <summary>What does not fit together, before anything is started; null when all does. Not a validator: those do not see the environment.</summary>
    public static string? ProblemOf(ParseResult arguments)
    {
        var (url, certificate, key) = (arguments.GetValue(PublicUrl)!, arguments.GetValue(Certificate)!, arguments.GetValue(CertificateKey)!);
        if (certificate.Length > 0 != key.Length > 0)
            return "--certificate and --certificate-key are given together or not at all.";
        if (certificate.Length > 0 && url.Length == 0)
            return "--certificate needs --public-url, the address it is for.";
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", PathAndQuery: "/" }))
            return "--public-url is an address with TLS that ends with the host, e.g. https://office.example/.";
        return new[] { certificate, key }.FirstOrDefault(f => f.Length > 0 && !File.Exists(f)) is { } missing ? $"{missing} does not exist or may not be read." : null;
    }

    /// <summary>The door that the arguments describe; null for none.</summary>
    public static PublicDoor? Of(ParseResult arguments) => arguments.GetValue(PublicUrl) is { Length: > 0 } url
        ? new PublicDoor(new Uri(url), arguments.GetValue(Certificate)!, arguments.GetValue(CertificateKey)!)
        : null;

    private static Option<string> Text(string name, string variable, string description) => new(name)
    {
        Description = $"{description} Also read from {variable}.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) ?? "",
    };
}
