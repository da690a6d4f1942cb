using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P15: how soon the console stands in a browser, with a long register behind its list, beside an empty page of the same gateway.</summary>
internal sealed class OpenConsole : IScenario
{
    private const int Longest = 120;
    private readonly int _http = FreePort.Find();
    private readonly int _grpc = FreePort.Find();

    public string Id => "P15";

    public async Task RunAsync(BenchRun run)
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-bench-").FullName;
        try
        {
            await using var suite = Demonstration.Start(folder, _http, _grpc);
            var token = "";
            await suite.AnswersAsync(async () => token = await Demonstration.TokenAsync(folder, _http));
            using var door = new Door(_http, _grpc, token);
            await suite.AnswersAsync(door.GrpcAsync);
            var rows = run.Quick ? 1_000 : run.Rows;
            await FillAsync(run, folder, suite, door, rows);
            Tell(run, rows, await Seen.ByBrowserAsync(_http, "clerk", Demonstration.PasswordIn(folder), run.Quick ? 1 : 9));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        run.Page.Note(Id, "Seen by headless Chromium on the same two cores as the suite, by its own performance entries; the median of nine turns. Cold is a browser context that has "
            + "fetched nothing, with a session; the limit is the gateway's one word at `/healthz`. First paint is the name of the office, which the page has before its script; rows stand when the frame after the fifty of the first page is drawn.");
    }

    private static async Task FillAsync(BenchRun run, string folder, Child suite, Door door, int count)
    {
        var documents = new Documents(run.Words, seed: 7, Longest);
        // Refused until the demonstration has entered its bureau.
        await suite.AnswersAsync(() => door.RegisterAsync(documents.At(0)));
        await using var raw = RawStore.Open(Path.Combine(folder, "services"), "document");
        await ManyDocuments.FillAsync(raw, await DocumentRows.LearnAsync(raw), documents, Store.First, count);
    }

    private void Tell(BenchRun run, int rows, Seen seen)
    {
        var list = $"of the list of {rows:#,0} documents, SQLite";
        run.Page.Add(Beside($"first paint {list}, cold", seen.ColdLimit, seen.Cold));
        run.Page.Add(Alone($"first paint {list}, cold", seen.Cold, 1500));
        run.Page.Add(Alone($"the rows {list}, cold", seen.ColdRows));
        run.Page.Add(Beside($"first paint {list}, warm", seen.WarmLimit, seen.Warm));
        run.Page.Add(Alone($"first paint {list}, warm", seen.Warm, 500));
        run.Page.Add(Alone($"the rows {list}, warm", seen.WarmRows));
        run.Page.Add(Alone($"from the desk to the rows {list}, the first time", seen.FirstChange));
        run.Page.Add(Alone($"from the desk to the rows {list}, afterwards", seen.Change, 150));
        run.Page.Add(Row.Of(Id, "script and style before the desk, compressed", seen.Bytes / 1000, Unit.Kilobytes, Target.AtMost(250, Unit.Kilobytes)));
    }

    private Row Beside(string work, double[] limit, double[] console) => Row.Of(Id, work, "an empty page", new Series(limit), new Series(console), Unit.Milliseconds);

    private Row Alone(string work, double[] times, double? most = null) =>
        Row.Of(Id, work, new Series(times).Median, Unit.Milliseconds, most is { } bound ? Target.AtMost(bound, Unit.Milliseconds) : null);
}
