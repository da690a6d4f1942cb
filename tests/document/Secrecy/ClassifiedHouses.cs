using Backoffice.Document.Tests.Secrecy;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ClassifiedHouses))]

namespace Backoffice.Document.Tests.Secrecy;

/// <summary>A bureau in a classified zone that may hold up to 机密, one on each database.</summary>
public sealed class ClassifiedHouses : IAsyncLifetime
{
    private readonly Lazy<Task<Suite>> _sqlite = new(() => StartAsync(StoreKind.Sqlite));
    private readonly Lazy<Task<Suite>> _postgres = new(() => StartAsync(StoreKind.Postgres));

    public Task<Suite> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite : _postgres).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var house in new[] { _sqlite, _postgres }.Where(h => h is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await house.Value).DisposeAsync();
    }

    private static async Task<Suite> StartAsync(StoreKind store)
    {
        var house = await Suite.StartAsync(store);
        await house.AddAsync(DocumentModule.Module, "document", new SuitePart
        {
            Settings = new Dictionary<string, string?>
            {
                ["Document:Organ"] = "市民政局",
                ["Document:CreditCode"] = "11330000002482058D",
                ["Document:NetworkZone"] = "Classified",
                ["Document:ZoneLevel"] = "Confidential",
                ["Document:WatermarkLevels"] = "",
            },
        });
        await house.PublishAsync(Office.Directory);
        return house;
    }
}
