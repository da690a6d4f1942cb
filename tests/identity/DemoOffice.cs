using Backoffice.Platform.Storage;

namespace Backoffice.Identity.Tests;

/// <summary>A demonstration, as the host sets one up.</summary>
internal static class DemoOffice
{
    public const string Secret = "demo-secret-of-the-tests";
    public const string Password = "Demo-Horse-2026";

    public static (string Name, string? Value)[] Settings { get; } =
    [
        ("Identity:Demo", "true"),
        ("Identity:DemoSecret", Secret),
        ("Identity:DemoPassword", Password),
        ("Identity:DemoAccounts:0:Login", "clerk"),
        ("Identity:DemoAccounts:0:DisplayName", "王小文"),
        ("Identity:DemoAccounts:0:Roles:0", "clerk"),
        ("Identity:DemoAccounts:1:Login", "sysadmin"),
        ("Identity:DemoAccounts:1:DisplayName", "系统管理员"),
        ("Identity:DemoAccounts:1:Roles:0", "system_administrator"),
    ];

    public static Task<DoorOffice> StartAsync(StoreKind store) => DoorOffice.StartAsync(store, null, Settings);
}
