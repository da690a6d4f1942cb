using System.CommandLine;
using System.Diagnostics;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Scenarios;
using Backoffice.Bench.Texts;
using Backoffice.Testing;

var only = new Option<string>("--only") { Description = "Run these scenarios only, separated by commas.", DefaultValueFactory = _ => "" };
var on = new Option<string>("--on") { Description = "Run on SQLite or on PostgreSQL only.", DefaultValueFactory = _ => "" };
var quick = new Option<bool>("--quick") { Description = "Small and once, to see that it runs. The figures mean nothing." };
var rows = new Option<int>("--rows") { Description = "Documents in the large store.", DefaultValueFactory = _ => 100_000 };
var matters = new Option<int>("--matters") { Description = "Finished matters in the largest store.", DefaultValueFactory = _ => 100_000 };
var soak = new Option<int>("--soak") { Description = "Minutes of the soak (P11s); without it there is none.", DefaultValueFactory = _ => 0 };
var city = new Option<double>("--city") { Description = "How large the city of P18 is: 1 is 1,200,000 documents, 0.01 a hundredth of it; without it there is none.", DefaultValueFactory = _ => 0 };
var write = new Option<bool>("--write") { Description = "Renew what was run in docs/benchmarks.md." };
IScenario[] scenarios =
[
    new PassGateway(), new ReadOne(), new Register(), new Approve(), new BookRooms(), new Circulate(), new Search(), new ListPages(), new ListInbox(), new FileItems(), new ColdStart(), new Soak(), new OpenConsole(), new Import(), new Replay(), new Proofread(), new WorkInCity(),
];

var root = new RootCommand("Measures the suite beside the least programs that do the same work.") { only, on, quick, rows, matters, soak, city, write, BareProxy.ProxyCommand(), BareProxy.HostCommand() };
root.SetAction(async arguments =>
{
    var wanted = Names(arguments.GetValue(only)!);
    var run = new BenchRun(arguments.GetValue(quick), arguments.GetValue(rows), arguments.GetValue(matters), arguments.GetValue(soak), arguments.GetValue(city), Names(arguments.GetValue(on)!), RealWords.Read(), new Page());
    await using var stores = run.Large;
    var load = Machine.Load();
    var watch = Stopwatch.StartNew();
    foreach (var scenario in scenarios.Where(s => wanted.Length == 0 || wanted.Contains(s.Id)))
        await scenario.RunAsync(run);
    var command = string.Join(' ', ["dotnet run --project tests/bench -c Release --", .. args]);
    var findings = run.Page.FindingsOf(new Run(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), await Machine.DescribeAsync(), load, (int)Math.Round(watch.Elapsed.TotalMinutes), command));
    Console.WriteLine(new Results(findings).Format());
    if (arguments.GetValue(write))
        await Results.Read().With(findings, run.Stores).SaveAsync();
});
return await root.Parse(args).InvokeAsync();

static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
