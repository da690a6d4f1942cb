using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using DailyRegistration = Backoffice.Coordination.Statistics.DailyRegistration;

namespace Backoffice.Coordination.Tests.Statistics;

public sealed class ListDailyRegistrationsTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Days_come_newest_first_page_by_page(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var day = new DateOnly(2026, 3, 1);
        await using (var scope = suite.Services("coordination").CreateAsyncScope())
        {
            // Counted here by hand; how events are counted is shown by the platform's event tests.
            var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "count"), CancellationToken.None);
            for (var i = 0; i < 3; i++)
                db.DailyRegistrations.AddRange(Row(day.AddDays(i), "units/a", i + 1), Row(day.AddDays(i), "units/b", 10));
            await turn.CommitAsync();
        }
        var statistics = new StatisticsService.StatisticsServiceClient(suite.Call("coordination", "clerk", Role.Clerk));
        var request = new ListDailyRegistrationsRequest { PageSize = 2 };
        var rows = new List<(int Day, string Unit, long Count)>();
        do
        {
            var page = await statistics.ListDailyRegistrationsAsync(request);
            rows.AddRange(page.DailyRegistrations.Select(r => (r.Day.Day, r.Unit, r.Count)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        rows.ShouldBe([(3, "units/a", 3), (3, "units/b", 10), (2, "units/a", 2), (2, "units/b", 10), (1, "units/a", 1), (1, "units/b", 10)]);

        static DailyRegistration Row(DateOnly day, string unit, long count) => new() { Day = day, Unit = unit, Count = count };
    }

    [Theory, EveryDatabase]
    public async Task An_archivist_does_not_read_the_figures(StoreKind store)
    {
        var statistics = new StatisticsService.StatisticsServiceClient((await suites.On(store)).Call("coordination", "archivist", Role.Archivist));
        await Refused.ForAsync("PERMISSION_DENIED", statistics.ListDailyRegistrationsAsync(new ListDailyRegistrationsRequest()));
    }
}
