using Backoffice.Document.Tests.Secrecy;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ClassifiedHouses))]

namespace Backoffice.Document.Tests.Secrecy;

/// <summary>A bureau in a classified zone that may hold up to 机密, and one that may hold up to 绝密 and has two classification officers; one of each on each database.</summary>
public sealed class ClassifiedHouses : IAsyncLifetime
{
    private readonly Lazy<Task<Suite>> _sqlite = new(() => StartAsync(StoreKind.Sqlite));
    private readonly Lazy<Task<Suite>> _postgres = new(() => StartAsync(StoreKind.Postgres));
    private readonly Lazy<Task<Suite>> _sqliteOfTopSecrets = new(() => StartOfTopSecretsAsync(StoreKind.Sqlite));
    private readonly Lazy<Task<Suite>> _postgresOfTopSecrets = new(() => StartOfTopSecretsAsync(StoreKind.Postgres));

    public Task<Suite> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite : _postgres).Value;

    public Task<Suite> OfTopSecretsOn(StoreKind store) => (store == StoreKind.Sqlite ? _sqliteOfTopSecrets : _postgresOfTopSecrets).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var house in new[] { _sqlite, _postgres, _sqliteOfTopSecrets, _postgresOfTopSecrets }.Where(h => h is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await house.Value).DisposeAsync();
    }

    /// <summary>A house of the test's own, with its own time.</summary>
    public static async Task<Suite> StartAsync(StoreKind store, TimeProvider? clock = null, string level = "Confidential", string officers = "")
    {
        var house = await Suite.StartAsync(store, clock ?? TimeProvider.System);
        await house.AddAsync(DocumentModule.Module, "document", new SuitePart
        {
            Settings = new Dictionary<string, string?>
            {
                ["Document:Organ"] = "市民政局",
                ["Document:CreditCode"] = "11330000002482058D",
                ["Document:NetworkZone"] = "Classified",
                ["Document:ZoneLevel"] = level,
                ["Document:ClassificationOfficers"] = officers,
                ["Document:WatermarkLevels"] = "",
            },
        });
        await house.PublishAsync(Office.Directory);
        return house;
    }

    private static Task<Suite> StartOfTopSecretsAsync(StoreKind store) => StartAsync(store, level: "TopSecret", officers: $"posts/{Office.Director}, posts/{Office.DeputyDirector}");
}
