using Backoffice.Host.Up;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Up;

/// <summary>A start does not compare a store's model with its migrations, so this does.</summary>
public sealed class StoreTests
{
    public static TheoryData<string, StoreKind> Stores => [.. Modules.InOrder.SelectMany(m => Enum.GetValues<StoreKind>().Select(k => (m.Name, k)))];

    [Theory, MemberData(nameof(Stores))]
    public async Task The_migrations_make_what_the_model_says(string name, StoreKind kind)
    {
        // Asked of the program: the database that the text names is never opened.
        var nowhere = new PlatformOptions { Store = kind, ConnectionString = kind == StoreKind.Postgres ? "Host=localhost" : "Data Source=:memory:" };
        await using var container = Modules.InOrder.Single(m => m.Name == name).BuildStore(nowhere);
        await using var scope = container.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
