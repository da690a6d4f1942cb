using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Logistics.Tests;

public sealed class LogisticsDbTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_migrations_make_what_the_model_says(StoreKind store)
    {
        var suite = await suites.On(store);
        await using var scope = suite.Services("logistics").CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LogisticsDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
