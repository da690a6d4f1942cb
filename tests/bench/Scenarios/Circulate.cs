using System.Diagnostics;
using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Unit = Backoffice.Bench.Report.Unit;

namespace Backoffice.Bench.Scenarios;

/// <summary>P6: a paper served to a crowd is in the inbox of each, on the disk and told to each open stream, beside inserting the lines alone.</summary>
internal sealed class Circulate : IScenario
{
    private const int Most = 1000;

    /// <summary>A stream rests this long after each message, and a little longer; circulations do not follow each other at once.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    public string Id => "P6";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var kind in run.Stores)
        {
            await using var hub = await Hub.StartAsync(run, kind, run.Quick ? 20 : Most);
            await RunAsync(run, kind, hub);
        }
        run.Page.Note(Id, "From the answer of the call that serves a paper until every reader's open stream has told of it with the new count; the reader told last then has it in the list and in the counts: "
            + "the event's way through the relay, the local Dapr and the reaction, one transaction there, the look for all streams, and a message on each. "
            + $"{Most:#,0} streams are open throughout, in the process that also serves them. The limit inserts the same lines and tells nobody. "
            + "By a sampling profile of the whole run on PostgreSQL, the readers' own ends included, over two fifths of the processor time are compiling; of the rest a third asks the database, a fifth saves, and a fifth carries the streams' messages, a thousand for each paper on two cores.");
    }

    private async Task RunAsync(BenchRun run, StoreKind kind, Hub hub)
    {
        var streams = await Task.WhenAll(hub.Crowd.Select(r => InboxStream.OpenAsync(hub.InboxOf(r))));
        await ServeAsync(hub, streams, streams.Length);
        var form = await hub.Inboxes.FormOfAsync("inbox_entries", "tab = 'ToRead'");
        foreach (var recipients in new[] { streams.Length / 2, streams.Length })
        {
            var series = await InTurn.MeasureAsync(run.Quick ? 2 : 20, () => InsertAsync(hub, form, recipients), () => ServeAsync(hub, streams, recipients));
            var work = $"p95 from the answer to the inboxes of {recipients:#,0} readers, {BenchRun.NameOf(kind)}";
            run.Page.Add(Row.Beside(Id, work, "driver inserts the lines in one transaction", series[0].Median, series[1].Within(0.95), Unit.Milliseconds, times: 3, plus: 50));
        }
        foreach (var stream in streams)
            stream.Dispose();
    }

    /// <summary>Milliseconds until the first readers of the crowd have a further paper.</summary>
    private static async Task<double> ServeAsync(Hub hub, InboxStream[] streams, int recipients)
    {
        var matter = await hub.Desks.ScreenAsync(hub.Next());
        await Task.Delay(Between);
        var told = streams.Take(recipients).Select(s => s.TellsOfAsync(matter.Name)).ToList();
        var last = new Latest(told);
        await hub.Desks.CirculateAsync(matter, hub.Crowd.Take(recipients));
        var answered = Stopwatch.GetTimestamp();
        var reader = await last.IndexAsync();
        var elapsed = Stopwatch.GetElapsedTime(answered).TotalMilliseconds;
        var inbox = hub.InboxOf(hub.Crowd[reader]);
        var listed = (await inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToRead, PageSize = 1 })).Items;
        var counted = (await inbox.GetInboxCountsAsync(new GetInboxCountsRequest())).Counts.ToRead;
        if (listed.Count != 1 || listed[0].Matter != matter.Name || counted != streams[reader].ToRead)
            throw new InvalidOperationException($"{hub.Crowd[reader]} was told of {matter.Name} and has {listed} and {counted} to read.");
        return elapsed;
    }

    private static async Task<double> InsertAsync(Hub hub, RowForm form, int recipients)
    {
        var start = Stopwatch.GetTimestamp();
        await hub.Inboxes.WriteAsync([.. LinesOf(hub, form, recipients)]);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static IEnumerable<Statement> LinesOf(Hub hub, RowForm form, int recipients)
    {
        var matter = $"limit/matters/{Guid.CreateVersion7()}";
        if (hub.Inboxes.Kind == StoreKind.Sqlite)
            return Enumerable.Range(0, recipients).Select(i => form.With(("matter", matter), ("number", i + 1), ("principal", hub.Crowd[i])));
        // One statement, and arrays of what differs.
        var values = form.ValuesWith(("matter", matter), ("number", Enumerable.Range(1, recipients).ToArray()), ("principal", hub.Crowd.Take(recipients).ToArray()));
        var columns = form.Columns.Select((c, i) => c is "number" or "principal" ? $"unnest(${i + 1})" : $"${i + 1}");
        return [new Statement($"INSERT INTO inbox_entries ({string.Join(", ", form.Columns)}) SELECT {string.Join(", ", columns)}", values)];
    }

    /// <summary>Which of some tasks ends last.</summary>
    private sealed class Latest(IReadOnlyList<Task> tasks)
    {
        private int _ended;
        private int _last;

        public async Task<int> IndexAsync()
        {
            await Task.WhenAll(tasks.Select(EndAsync));
            return _last;
        }

        private async Task EndAsync(Task task, int index)
        {
            await task;
            if (Interlocked.Increment(ref _ended) == tasks.Count)
                _last = index;
        }
    }
}
