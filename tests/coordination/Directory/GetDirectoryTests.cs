using Backoffice.Coordination.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using StackExchange.Redis;
using Xunit;

namespace Backoffice.Coordination.Tests.Directory;

public sealed class GetDirectoryTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Every_change_makes_a_version_that_every_service_gets_to_know(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var before = (await office.Directory.GetDirectoryAsync(new GetDirectoryRequest())).Directory.Version;
        var unit = await office.UnitAsync();
        var directory = (await office.Directory.GetDirectoryAsync(new GetDirectoryRequest())).Directory;
        directory.Version.ShouldBeGreaterThan(before);
        directory.Units.ShouldContain(unit);
        var cache = (await suites.On(store)).Services("coordination").GetRequiredService<DirectoryCache>();
        await Eventually.TrueAsync(() => Task.FromResult(cache.Current.Version >= directory.Version && cache.Current.Knows(unit.Name)));
    }

    [Theory, EveryDatabase]
    public async Task A_shared_state_that_was_lost_is_filled_again(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new Organisation(suite);
        await office.UnitAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(suite.Redis + ",allowAdmin=true");
        await Eventually.TrueAsync(() => redis.GetDatabase().KeyExistsAsync("shared||directory"));
        await redis.GetServers()[0].FlushAllDatabasesAsync();
        await Eventually.TrueAsync(() => redis.GetDatabase().KeyExistsAsync("shared||directory"));
    }
}
