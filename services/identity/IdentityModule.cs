using Backoffice.Identity.Accounts;
using Backoffice.Identity.Issuer;
using Backoffice.Identity.Keys;
using Backoffice.Identity.Pages;
using Backoffice.Identity.Passwords;
using Backoffice.Identity.Sessions;
using Backoffice.Identity.SignIn;
using Backoffice.Identity.Start;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Redis;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Backoffice.Identity;

/// <summary>The identity service: accounts, sign-in, and the issuer of the tokens everybody else checks.</summary>
public static class IdentityModule
{
    /// <summary>Client of the gateway's browser sessions.</summary>
    public const string WebClient = "backoffice-web";

    /// <summary>Client of the command line, in a demonstration.</summary>
    public const string CommandClient = "backoffice-cli";

    /// <summary>Under which the service's own work is audited.</summary>
    internal const string Account = "service:identity";

    public static ServiceModule Module { get; } = new ServiceModule("identity")
        .Stores<IdentityDb, SqliteIdentityDb, PostgresIdentityDb>()
        .Serves<AccountService>()
        .Serves<SessionService>()
        .With(Configure)
        .Maps(PageSetup.Use)
        .Maps(IssuerEndpoints.Map);

    private static void Configure(WebApplicationBuilder builder)
    {
        var options = OptionsReader.Read<IdentityOptions>(builder.Configuration, IdentityOptions.Section);
        var platform = PlatformOptions.Read(builder.Configuration);
        if (new Uri(platform.Issuer).AbsolutePath != "/")
            throw new OptionsValidationException(PlatformOptions.Section, typeof(PlatformOptions), [$"{PlatformOptions.Section}__Issuer: must end with the host, e.g. https://office.example/."]);
        var https = platform.Issuer.StartsWith("https:", StringComparison.Ordinal);
        // A cookie that can no longer be read is no failure: its holder gets a new one with the page.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        var services = builder.Services;
        services.AddSingleton(options);
        AddAccounts(services, options);
        AddKeys(services, options, platform);
        SessionCookies.Add(services, options, https);
        PageSetup.Add(services, https);
        IssuerSetup.Add(services, options, platform);
        services.AddScoped<TokenPrincipal>().AddScoped<AuthorizeEndpoint>().AddScoped<TokenEndpoint>().AddScoped<DemoGrant>().AddScoped<EndSessionEndpoint>();
        services.AddScoped<UsedTokens>().AddScoped<ClientRegistration>().AddScoped<DemoStart>().AddScoped<FirstStart>();
        services.TryAddSingleton<ShowFirstPasswords>(ConsolePasswords.Show);
        services.AddHostedService<Opening>().AddHostedService<Housekeeping>();
    }

    private static void AddAccounts(IServiceCollection services, IdentityOptions options)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = options.PasswordIterations);
        services.TryAddSingleton<IPasswordHasher<object>, PasswordHasher<object>>();
        services.AddSingleton<PasswordHashes>().AddScoped<NewPasswords>().AddScoped<Attempts>().AddScoped<IssuedTokens>().AddScoped<EndedSessions>().AddScoped<SignIns>();
        services.AddSingleton<Permissions>();
    }

    private static void AddKeys(IServiceCollection services, IdentityOptions options, PlatformOptions platform)
    {
        var certificate = KeyCertificate.Read(options, platform);
        services.AddSingleton(_ => new StoredSecrets(certificate));
        services.AddSingleton(KeySchedule.Of(options));
        services.AddScoped<KeyRotation>();
        services.AddHttpClient(TokenCheck.JwksClient).ConfigurePrimaryHttpMessageHandler(s => new OwnKeys(s.GetRequiredService<IssuerKeys>()));
        services.AddSingleton<RedisConnection>();
        services.AddSingleton<SessionKeyRing>().AddHostedService(s => s.GetRequiredService<SessionKeyRing>());
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => s.GetRequiredService<SessionKeyRing>());
        services.AddDataProtection().SetApplicationName("backoffice-identity")
            .ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
    }
}
