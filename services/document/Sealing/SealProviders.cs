using Backoffice.Platform.Hosting;
using Backoffice.Typesetting.Seals;

namespace Backoffice.Document.Sealing;

/// <summary>The providers that come with the service: a certified one is one more line.</summary>
internal static class SealProviders
{
    public static Func<IServiceProvider, ISealProvider> Of(SealProviderKind kind) => kind switch
    {
        SealProviderKind.Development => services => new DevelopmentSealProvider(services.GetRequiredService<PdfSealer>(), services.GetRequiredService<PlatformOptions>()),
        _ => _ => new NoSealProvider(),
    };
}

/// <summary>Which provider makes electronic seals.</summary>
public enum SealProviderKind
{
    /// <summary>None: what is to be sealed is refused.</summary>
    None,

    /// <summary>Test seals, for development and demonstration.</summary>
    Development,
}
