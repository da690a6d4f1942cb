using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests;

public sealed class CoordinationDbTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_migrations_make_what_the_model_says(StoreKind store)
    {
        var suite = await suites.On(store);
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CoordinationDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
