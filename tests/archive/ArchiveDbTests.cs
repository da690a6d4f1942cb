using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Archive.Tests;

public sealed class ArchiveDbTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_migrations_make_what_the_model_says(StoreKind store)
    {
        await using var scope = (await suites.On(store)).Services("archive").CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ArchiveDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_refuses_a_reference_code_twice(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        await office.FileAsync(ArchiveOffice.Item(1960));
        await office.FileAsync(ArchiveOffice.Item(1960));
        await using var scope = office.Suite.Services("archive").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ArchiveDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For("test", "write behind the service's back"), TestContext.Current.CancellationToken);
        var failure = await Should.ThrowAsync<System.Data.Common.DbException>(() => db.ArchiveItems.Where(i => i.FilingYear == 1960)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.ReferenceCode, "0001-WS·1960-Y-0001"), TestContext.Current.CancellationToken));
        failure.Message.ShouldContain("reference_code");
    }
}
