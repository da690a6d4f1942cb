using System.Collections.Concurrent;
using Backoffice.Identity.Start;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Identity.Tests;

/// <summary>A running identity service with its three administrators signed in, and the ways tests use it.</summary>
public sealed class DoorOffice : IAsyncDisposable
{
    public const string Issuer = "http://office.test/";
    public const string WebSecret = "web-client-secret-of-the-tests";
    public const string Machine = "scanner";
    public const string MachineSecret = "machine-secret-of-the-tests";
    public const string GoodPassword = "Right-Horse-42";

    private const string CertificateName = "identity-keys.pem";

    /// <summary>What a first start makes; each office making it anew would take longer than most tests.</summary>
    private static readonly Lazy<byte[]> Certificate = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-");
        var file = Path.Combine(folder.FullName, CertificateName);
        CertificateFile.Read("", "", file, "Backoffice identity keys").Dispose();
        var made = File.ReadAllBytes(file);
        folder.Delete(recursive: true);
        return made;
    });

    private readonly ConcurrentDictionary<string, Lazy<Task<Tokens>>> _administrators = new();
    private readonly List<FirstPassword> _shown = [];
    private int _people;

    private DoorOffice(Suite suite) => Suite = suite;

    public Suite Suite { get; }

    /// <summary>What the first start showed.</summary>
    public IReadOnlyList<FirstPassword> Shown => _shown;

    public static IReadOnlyDictionary<string, string?> DefaultSettings { get; } = new Dictionary<string, string?>
    {
        ["Backoffice:Issuer"] = Issuer,
        ["Identity:WebClientSecret"] = WebSecret,
        ["Identity:Clients:0:Id"] = Machine,
        ["Identity:Clients:0:Secret"] = MachineSecret,
        ["Identity:Clients:0:Roles:0"] = "clerk",
    };

    public static async Task<DoorOffice> StartAsync(StoreKind store, TimeProvider? clock = null, params (string Name, string? Value)[] settings)
    {
        var office = await PrepareAsync(store, clock);
        await office.AddAsync("identity", settings);
        return office;
    }

    /// <summary>An office in which no door-keeper runs yet.</summary>
    public static async Task<DoorOffice> PrepareAsync(StoreKind store, TimeProvider? clock = null)
    {
        var suite = await Suite.StartAsync(store, clock ?? TimeProvider.System);
        await File.WriteAllBytesAsync(Path.Combine(suite.Store.Folder, CertificateName), Certificate.Value);
        return new(suite);
    }

    /// <summary>Starts the service, or one more replica of it, under a name.</summary>
    public Task AddAsync(string name, params (string Name, string? Value)[] settings) => AddAsync(name, _ => { }, settings);

    public Task AddAsync(string name, Action<WebApplicationBuilder> configure, params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(DefaultSettings);
        foreach (var (key, value) in settings)
            all[key] = value;
        return Suite.AddAsync(IdentityModule.Module, name, new SuitePart
        {
            Settings = all,
            Configure = builder =>
            {
                builder.Services.AddSingleton<ShowFirstPasswords>(Show);
                // The same routine with fewer rounds; its own tests run it in full.
                builder.Services.AddSingleton<IPasswordHasher<object>>(new PasswordHasher<object>(
                    Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })));
                configure(builder);
            },
        });
    }

    public Browser NewBrowser(string name = "identity") => new(Suite.AddressOf(name));

    /// <summary>Accounts as seen by whoever holds a token.</summary>
    public AccountService.AccountServiceClient Accounts(string? token, string name = "identity") =>
        new(Suite.CallWith(name, token is null ? null : $"Bearer {token}"));

    public async Task<AccountService.AccountServiceClient> AsSysadminAsync() => Accounts(await TokenOfAsync("sysadmin"));

    public async Task<AccountService.AccountServiceClient> AsSecadminAsync() => Accounts(await TokenOfAsync("secadmin"));

    /// <summary>An administrator's access token; the temporary password is changed on the way to the first.</summary>
    public async Task<string> TokenOfAsync(string administrator) => (await _administrators.GetOrAdd(administrator, login => new(
        () => SignInAsync(login, Shown.Single(p => p.Login == login).Password, GoodPassword))).Value).Access;

    /// <summary>A new person with roles, who has chosen the good password; the login name is unique.</summary>
    public async Task<string> NewPersonAsync(params Role[] roles)
    {
        var (login, temporary) = await NewAccountAsync(roles);
        await SignInAsync(login, temporary, GoodPassword);
        return login;
    }

    /// <summary>A new account with roles and its temporary password.</summary>
    public async Task<(string Login, string Password)> NewAccountAsync(params Role[] roles)
    {
        var login = $"person{Interlocked.Increment(ref _people)}";
        var created = await (await AsSysadminAsync()).CreateAccountAsync(new CreateAccountRequest { AccountId = login, Account = new Account { DisplayName = $"人员 {login}" } });
        if (roles.Length > 0)
            await (await AsSecadminAsync()).SetAccountRolesAsync(new SetAccountRolesRequest { Name = created.Account.Name, Roles = { roles } });
        return (login, created.TemporaryPassword);
    }

    /// <summary>The whole way of a person: pages, code, tokens. A new password is given where one is asked for.</summary>
    public async Task<Tokens> SignInAsync(string login, string password, string? newPassword = null, string name = "identity")
    {
        using var browser = NewBrowser(name);
        return await SignInAsync(browser, login, password, newPassword);
    }

    public static async Task<Tokens> SignInAsync(Browser browser, string login, string password, string? newPassword = null)
    {
        var way = new CodeFlow();
        var page = await browser.SubmitAsync(await browser.GetAsync(way.AuthorizeUrl), ("login", login), ("password", password));
        if (page.Path == "/account/password" && newPassword is not null)
            page = await browser.SubmitAsync(page, ("password", newPassword), ("repeat", newPassword));
        return await browser.RedeemAsync(way, page);
    }

    /// <summary>A machine's access token.</summary>
    public async Task<Tokens> MachineTokenAsync(string name = "identity")
    {
        using var browser = NewBrowser(name);
        return await browser.TokenAsync(("grant_type", "client_credentials"), ("client_id", Machine), ("client_secret", MachineSecret));
    }

    /// <summary>What the audit trail says of an account, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditOfAsync(string account)
    {
        var audit = new AuditService.AuditServiceClient(Suite.CallWith("identity", $"Bearer {await TokenOfAsync("auditor")}"));
        return [.. (await audit.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/identity", Account = account, PageSize = 200 })).AuditEntries];
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    private void Show(IReadOnlyList<FirstPassword> passwords)
    {
        lock (_shown)
            _shown.AddRange(passwords);
    }
}
