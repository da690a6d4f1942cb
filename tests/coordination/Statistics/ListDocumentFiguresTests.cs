using Backoffice.Coordination.Statistics;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using StatisticsService = Backoffice.Coordination.V1.StatisticsService;

namespace Backoffice.Coordination.Tests.Statistics;

public sealed class ListDocumentFiguresTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Documents_are_counted_by_month_flow_genre_and_unit_in_the_office_s_own_time(StoreKind store)
    {
        var (suite, relief, office) = (await suites.On(store), Unit(), Unit());
        await ReceiveAsync(suite, "2026-02-28T15:59:59Z", DocumentGenre.Notice, relief);
        await ReceiveAsync(suite, "2026-02-28T16:00:00Z", DocumentGenre.Notice, relief);
        await ReceiveAsync(suite, "2026-03-02T02:00:00Z", DocumentGenre.Notice, relief);
        await ReceiveAsync(suite, "2026-03-02T02:00:00Z", DocumentGenre.Request, relief);
        await ReceiveAsync(suite, "2026-03-02T02:00:00Z", DocumentGenre.Notice, office);
        await SendAsync(suite, "2026-03-02T02:00:00Z", DocumentGenre.Notice, relief);

        (await ListAsync(suite, $"unit = \"{relief}\"")).ShouldBe(
        [
            ("2026-03", DocumentFlow.Incoming, DocumentGenre.Notice, 2), ("2026-03", DocumentFlow.Incoming, DocumentGenre.Request, 1),
            ("2026-03", DocumentFlow.Outgoing, DocumentGenre.Notice, 1), ("2026-02", DocumentFlow.Incoming, DocumentGenre.Notice, 1),
        ]);
        (await ListAsync(suite, $"unit = \"{relief}\" AND flow = OUTGOING")).Count.ShouldBe(1);
        (await ListAsync(suite, $"unit = \"{relief}\" AND genre != NOTICE")).Count.ShouldBe(1);
        (await ListAsync(suite, $"unit = \"{relief}\" AND month < \"2026-03\"")).Single().Count.ShouldBe(1);
        (await ListAsync(suite, $"unit = \"{office}\"", pageSize: 1)).Count.ShouldBe(1);
        (await ListAsync(suite, $"unit = \"{relief}\"", pageSize: 1)).Count.ShouldBe(4);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_office_and_the_heads_read_figures_and_a_filter_is_understood_or_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        foreach (var role in (Role[])[Role.Staff, Role.SectionChief, Role.Archivist, Role.Counterpart, Role.SystemAdministrator])
            await Refused.ForAsync("PERMISSION_DENIED", new StatisticsService.StatisticsServiceClient(suite.Call("coordination", "x", role)).ListDocumentFiguresAsync(new ListDocumentFiguresRequest()));
        foreach (var filter in (string[])["month = \"March\"", "flow > INCOMING", "genre = FAX", "person = \"x\""])
            await Refused.ForAsync("INVALID_FILTER", As(suite).ListDocumentFiguresAsync(new ListDocumentFiguresRequest { Filter = filter }));
    }

    internal static StatisticsService.StatisticsServiceClient As(Suite suite) => new(suite.Call("coordination", "clerk", Role.Clerk));

    private static string Unit() => $"units/{Guid.NewGuid():N}";

    private static Task ReceiveAsync(Suite suite, string time, DocumentGenre genre, string unit) => HappenAsync<WhenDocumentRegistered>(
        suite, r => r.OnAsync(new IncomingDocumentRegistered { RegisterTime = At(time), Genre = genre, Unit = unit }, new EventRecord(), CancellationToken.None));

    private static Task SendAsync(Suite suite, string time, DocumentGenre genre, string unit) => HappenAsync<WhenDocumentDispatched>(
        suite, r => r.OnAsync(new OutgoingDocumentDispatched { DispatchTime = At(time), Genre = genre, Unit = unit }, new EventRecord(), CancellationToken.None));

    private static Timestamp At(string time) => Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Applies an event as the relay does, in a turn; how it comes over the wire is shown by the platform's tests.</summary>
    internal static async Task HappenAsync<TReaction>(Suite suite, Func<TReaction, Task> happen) where TReaction : class
    {
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        await using var turn = await scope.ServiceProvider.GetRequiredService<CoordinationDb>().BeginTurnAsync(Writer.For("test", "figures"), CancellationToken.None);
        await happen(scope.ServiceProvider.GetRequiredService<TReaction>());
        await turn.CommitAsync();
    }

    private static async Task<IReadOnlyList<(string Month, DocumentFlow Flow, DocumentGenre Genre, long Count)>> ListAsync(Suite suite, string filter, int pageSize = 0)
    {
        var (request, figures) = (new ListDocumentFiguresRequest { Filter = filter, PageSize = pageSize }, new List<(string, DocumentFlow, DocumentGenre, long)>());
        do
        {
            var page = await As(suite).ListDocumentFiguresAsync(request);
            figures.AddRange(page.DocumentFigures.Select(f => (f.Month, f.Flow, f.Genre, f.Count)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return figures;
    }
}
