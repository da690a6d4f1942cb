using System.Globalization;
using Backoffice.Host.Demo;
using Backoffice.LocalDapr;

namespace Backoffice.Host.Up;

/// <summary>What each module is told in this process: the same settings Kubernetes gives by environment variables.</summary>
internal static class SuiteSettings
{
    public static Dictionary<string, string?> Of(string module, SuiteOptions options, string redis, LocalDaprSidecar sidecar, IReadOnlyList<RunningModule> running)
    {
        var settings = new Dictionary<string, string?>
        {
            ["DAPR_GRPC_ENDPOINT"] = sidecar.GrpcEndpoint.ToString(),
            ["DAPR_HTTP_ENDPOINT"] = sidecar.HttpEndpoint.ToString(),
            ["DAPR_API_TOKEN"] = sidecar.ApiToken,
            ["APP_API_TOKEN"] = sidecar.AppToken,
            ["Backoffice:Redis"] = redis,
            ["Backoffice:Store"] = options.Store.ToString(),
            ["Backoffice:ConnectionString"] = options.Postgres,
            ["Backoffice:DataFolder"] = options.Installation.PathOf("services"),
            ["Backoffice:Issuer"] = $"{options.HttpUrl}/",
        };
        if (running.FirstOrDefault(m => m.Name == "identity") is { } identity)
            settings["Backoffice:JwksUrl"] = new Uri(identity.Ops, "/.well-known/jwks").ToString();
        if (module == options.LastModule && options.Ops is { } ops)
            settings["Backoffice:OpsUrl"] = $"http://{ops}";
        if (module == "identity")
            AddIdentity(settings, options);
        if (module == "document" && options.Demo)
            AddDemoBureau(settings);
        if (module == Modules.Gateway)
            AddGateway(settings, options, running);
        foreach (var (key, value) in options.Settings)
            Override(settings, module, key, value);
        return settings;
    }

    private static void AddDemoBureau(Dictionary<string, string?> settings)
    {
        (settings["Document:CreditCode"], settings["Document:SealProvider"]) = (DemoOffice.Bureau.CreditCode, "Development");
        foreach (var organ in DemoOffice.Bureau.Units.Where(u => u.Relation.Length > 0))
            settings[$"Document:Relations:{organ.DisplayName}"] = organ.Relation;
    }

    private static void AddIdentity(Dictionary<string, string?> settings, SuiteOptions options)
    {
        settings["Identity:WebClientSecret"] = options.Installation.Secret("web-client");
        if (!options.Demo)
            return;
        settings["Identity:Demo"] = "true";
        settings["Identity:DemoSecret"] = options.Installation.Secret("demo");
        settings["Identity:DemoPassword"] = DemoOffice.Password(options.Installation);
        for (var i = 0; i < DemoOffice.Bureau.Accounts.Count; i++)
        {
            var account = DemoOffice.Bureau.Accounts[i];
            var key = string.Create(CultureInfo.InvariantCulture, $"Identity:DemoAccounts:{i}");
            settings[$"{key}:Login"] = account.Login;
            settings[$"{key}:DisplayName"] = account.DisplayName;
            for (var j = 0; j < account.Roles.Count; j++)
                settings[string.Create(CultureInfo.InvariantCulture, $"{key}:Roles:{j}")] = account.Roles[j];
        }
    }

    private static void AddGateway(Dictionary<string, string?> settings, SuiteOptions options, IReadOnlyList<RunningModule> running)
    {
        settings["Gateway:HttpUrl"] = options.Door?.Listen(options.HttpPort) ?? options.HttpUrl;
        settings["Gateway:GrpcUrl"] = options.Door?.Listen(options.GrpcPort) ?? options.GrpcUrl;
        if (options.Door is { } door)
            (settings["Gateway:CertificateFile"], settings["Gateway:CertificateKeyFile"]) = (door.CertificateFile, door.CertificateKeyFile);
        settings["Gateway:ClientSecret"] = options.Installation.Secret("web-client");
        foreach (var service in running)
            settings[$"Gateway:Services:{service.Name}"] = service.Grpc.ToString();
    }

    private static void Override(Dictionary<string, string?> settings, string module, string key, string? value)
    {
        var parts = key.Split(':', 2);
        if (!Modules.Names.Contains(parts[0]))
            settings[key] = value;
        else if (parts[0] == module)
            settings[parts[1]] = value;
    }
}
