using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Unit = Backoffice.Bench.Report.Unit;

namespace Backoffice.Bench.Scenarios;

/// <summary>P8: pages and counts of one person's inbox, however much that person has done, beside the bare queries.</summary>
internal sealed class ListInbox : IScenario
{
    private const int Size = 50;
    private const int Few = 10_000;
    private const int Many = 1_000_000;

    public string Id => "P8i";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var kind in run.Stores)
        {
            foreach (var lines in run.Quick ? [500, 1000] : new[] { Few, Many })
            {
                await using var inbox = await LongInbox.FillAsync(run, kind, lines);
                await RunAsync(run, kind, inbox);
            }
        }
        run.Page.Note(Id, "Of the inbox, pages are of the work done (已办), the longest tab. Its lines are those of eleven real matters multiplied, all in the inbox of one person; "
            + "what waits in it is overdue, and that alone is counted line by line. The limit reads the same rows and answers nobody."
            + " By a sampling profile on SQLite over two fifths of what the service itself does for a page build and ask the query of its lines, a third of that is EF reading the query anew; a quarter loads the lines' matters and makes the answer of them, an eighth writes it to the wire.");
    }

    private async Task RunAsync(BenchRun run, StoreKind kind, LongInbox inbox)
    {
        var client = inbox.Inbox;
        var request = new ListInboxItemsRequest { Tab = InboxTab.Done, PageSize = Size };
        var token = (await client.ListInboxItemsAsync(request)).NextPageToken;
        var counts = (await client.GetInboxCountsAsync(new GetInboxCountsRequest())).Counts;
        // As in every place there is a token: the first page is the one behind the newest line.
        var places = new (string Name, object?[] After)[]
        {
            ("first", await inbox.PlaceAsync(0)), ("middle", await inbox.PlaceAsync(counts.Done / 2)), ("last", await inbox.PlaceAsync(counts.Done - Size - 1)),
        };
        var series = await InTurn.MeasureAsync(
            run.Turns,
            [
                .. places.SelectMany(p => new Func<Task<double>>[]
                {
                    () => WithinAsync(run, _ => inbox.PageRawAsync(p.After, Size)),
                    () => WithinAsync(run, _ => PageAsync(client, new ListInboxItemsRequest(request) { PageToken = PageTokens.At(token, p.After) })),
                }),
                () => WithinAsync(run, _ => inbox.CountRawAsync()),
                () => WithinAsync(run, _ => client.GetInboxCountsAsync(new GetInboxCountsRequest()).ResponseAsync),
            ]);

        var work = $"of an inbox of {inbox.Lines:#,0} lines, {BenchRun.NameOf(kind)}";
        for (var i = 0; i < places.Length; i++)
            run.Page.Add(Row.Of(Id, $"the {places[i].Name} page {work}", "bare keyset query", series[2 * i], series[(2 * i) + 1], Unit.Milliseconds, Target.AtMost(1.5)));
        run.Page.Add(Row.Of(Id, $"the last page {work}", "the first page", series[1], series[5], Unit.Milliseconds, Target.Within(0.8, 1.2)));
        run.Page.Add(Row.Of(Id, $"the exact counts {work}, {counts.Overdue:#,0} overdue", "bare queries", series[6], series[7], Unit.Milliseconds));
        run.Page.Add(Row.Of(Id, $"the exact counts {work}, {counts.Overdue:#,0} overdue", series[7].Median, Unit.Milliseconds, Target.AtMost(50, Unit.Milliseconds)));
    }

    private static async Task PageAsync(InboxService.InboxServiceClient client, ListInboxItemsRequest request)
    {
        if ((await client.ListInboxItemsAsync(request)).Items.Count is var count && count != Size)
            throw new InvalidOperationException($"A page of {Size} has {count} lines.");
    }

    private static Task<double> WithinAsync(BenchRun run, Func<int, Task> call) => Load.WithinAsync(0.5, run.Quick ? 5 : 60, call);
}
