using Backoffice.Bench.City;
using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Scenarios;

/// <summary>P18: what people do all day in the installation of a city, beside itself in one of a hundredth of its documents.</summary>
internal sealed class WorkInCity : IScenario
{
    /// <summary>The smaller city, of the whole of one.</summary>
    private const double Small = 0.01;

    /// <summary>The smallest in which everybody who is asked sees something.</summary>
    private const double Smallest = 0.005;

    private const double Flat = 1.5;

    public string Id => "P18";

    public async Task RunAsync(BenchRun run)
    {
        // It takes minutes and gigabytes, and says nothing when it is small.
        if (run.City <= 0)
            return;
        foreach (var kind in run.Stores)
            await RunAsync(run, kind);
        run.Page.Note(Id, $"A city's government is made by a seeded generator: {CityPlan.People:#,0} people with a post each in {CityPlan.Units} units, and at full size 1,200,000 documents over {CityPlan.Years} years with finished matters of six million steps, ten million audit entries that prove true, and everybody's inbox. "
            + $"Rows have the form of what the services wrote of six real matters; titles have the lengths and pairs of characters of real documents, and one of {CityPlan.WithText} has a whole text. The smaller city has the same organisation. "
            + "The registrar sees every document, the chief those that went through the post's hands; how many stands beside them. Words of searches stand in titles that the caller sees. A search walks through the lists of its word's pairs and of its readers together, newest first, and ends when it has counted a hundred hits: of a long word, or for somebody who sees few, it comes to the end of the shortest list, which grows with the city. The pages of whoever sees all were seven times as slow on PostgreSQL at ten times the documents until lists were planned for who asks. Of each figure but p95 the median; memory is that of the document service's process after all calls.");
    }

    private async Task RunAsync(BenchRun run, StoreKind kind)
    {
        var scale = Math.Clamp(run.City / 10, Smallest, Small);
        await using var small = await CityAtWork.BuildAsync(run, kind, CityPlan.Of(scale));
        await using var large = await CityAtWork.BuildAsync(run, kind, CityPlan.Of(run.City));
        var where = $"{large.City.Plan.Documents:#,0} documents, {BenchRun.NameOf(kind)}";
        run.Page.Add(Row.Of(Id, $"making the city, {where}", large.City.Took.TotalSeconds, Unit.Seconds));
        run.Page.Add(Row.Of(Id, $"its stores on disk, {where}", large.City.Mebibytes, Unit.Mebibytes));
        var beside = $"itself at {small.City.Plan.Documents:#,0}";
        foreach (var (one, other) in small.Calls.Zip(large.Calls))
        {
            var series = await InTurn.MeasureAsync(run.Turns, () => one.MeasureAsync(run.Quick), () => other.MeasureAsync(run.Quick));
            run.Page.Add(Row.Of(Id, $"{other.Work}, of {where}", beside, series[0], series[1], Unit.Milliseconds, Target.AtMost(Flat)));
        }
        run.Page.Add(Row.Of(Id, $"memory of the document service, of {where}", beside, new Series([small.City.Documents!.MebibytesOfMemory]), new Series([large.City.Documents!.MebibytesOfMemory]), Unit.Mebibytes, Target.AtMost(Flat)));
    }
}
