using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests;

public sealed class IdentityDbTests(IdentitySuites suites)
{
    /// <summary>A start does not compare them, so this does.</summary>
    [Theory, EveryDatabase]
    public async Task The_migrations_make_what_the_model_says(StoreKind store)
    {
        await using var scope = (await suites.On(store)).Suite.Services("identity").CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
