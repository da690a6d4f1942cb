using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class MatterFiguresTests
{
    private static readonly TimeSpan Weeks = TimeSpan.FromDays(60);

    [Theory, EveryDatabase]
    public async Task Open_matters_are_told_by_step_with_their_age_and_what_is_overdue(StoreKind store)
    {
        var clock = new ShiftedClock();
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        using var told = new MetricReadings(suite.Services("document"));
        var (one, _) = (await DocumentUnderway.StartedAsync(suite), await DocumentUnderway.StartedAsync(suite));
        await told.ReadAsync();
        told["backoffice.procedures.open incoming screen"].ShouldBe(2);
        told["backoffice.procedures.overdue incoming screen"].ShouldBe(0);
        told["backoffice.procedures.oldest incoming screen"]!.Value.ShouldBeLessThan(600);

        clock.Shift = Weeks;
        await told.ReadAsync();
        told["backoffice.procedures.overdue incoming screen"].ShouldBe(2);
        told["backoffice.procedures.oldest incoming screen"]!.Value.ShouldBeGreaterThanOrEqualTo(Weeks.TotalSeconds);

        clock.Shift = TimeSpan.Zero;
        await one.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(one.Screening());
        await told.ReadAsync();
        told["backoffice.procedures.open incoming screen"].ShouldBe(1);
        told["backoffice.procedures.open incoming propose"].ShouldBe(1);
        told["backoffice.procedures.acts incoming screen"]!.Value.ShouldBeGreaterThan(0);
        told["backoffice.procedures.acts incoming propose"].ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task A_step_that_nothing_stands_at_any_more_tells_none(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        using var told = new MetricReadings(suite.Services("document"));
        var on = await DocumentUnderway.StartedAsync(suite);
        (await told.ReadAsync())["backoffice.procedures.open incoming screen"].ShouldBe(1);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening());
        (await told.ReadAsync())["backoffice.procedures.open incoming screen"].ShouldBe(0);
        told["backoffice.procedures.oldest incoming screen"].ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task They_are_counted_in_an_index_of_open_matters(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        await DocumentUnderway.StartedAsync(suite);
        using var told = new MetricReadings(suite.Services("document"));
        (await QueryPlan.OfAsync(suite, told.ReadAsync, sql => sql.Contains("GROUP BY") && sql.Contains("present_step"))).ShouldContain("ix_matters_open");
    }

    [Theory, EveryDatabase]
    public async Task Matters_that_stood_open_before_the_upgrade_are_counted_after_it(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        await DocumentUnderway.StartedAsync(suite);
        await using var scope = suite.Services("document").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        var before = await KeptAsync(db);
        before.Due.ShouldNotBeNull();

        var names = db.Database.GetMigrations().ToList();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(names[names.FindIndex(n => n.EndsWith("_OpenMatters", StringComparison.Ordinal)) - 1], TestContext.Current.CancellationToken);
        await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);

        var after = await KeptAsync(db);
        after.Step.ShouldBe(before.Step);
        // Full seconds do for a figure.
        (after.Due! - before.Due!).Value.Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static async Task<(string Step, DateTimeOffset? Due)> KeptAsync(DocumentDb db)
    {
        var kept = await db.Matters.AsNoTracking().Select(m => new { m.PresentStep, m.DueTime }).SingleAsync(TestContext.Current.CancellationToken);
        return (kept.PresentStep, kept.DueTime);
    }
}
