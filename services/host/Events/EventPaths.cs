using Backoffice.Platform.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Spectre.Console;

namespace Backoffice.Host.Events;

/// <summary>The paths of events into some services of a running suite, asked and mended through the gateway.</summary>
internal sealed class EventPaths(CallInvoker gateway, IReadOnlyList<string> services)
{
    /// <summary>Says how each service stands; 2 when something is set aside.</summary>
    public async Task<int> ShowAsync(CancellationToken stop)
    {
        var table = new Table().AddColumns("service", "events of", "applied", "recorded", "set aside");
        var letters = new List<DeadLetter>();
        foreach (var service in services)
        {
            var path = PathOf(service);
            foreach (var source in (await path.ListEventSourcesAsync(new ListEventSourcesRequest { Parent = NameOf(service) }, cancellationToken: stop)).EventSources)
                table.AddRow(service, source.Producer, $"{source.AppliedSequence}", source.Reachable ? $"{source.LastSequence}" : "not reached", $"{source.DeadLetterCount}");
            await foreach (var letter in LettersAsync(path, service, stop))
                letters.Add(letter);
        }
        AnsiConsole.Write(table);
        foreach (var letter in letters)
            Console.WriteLine($"{letter.Name}  {letter.Type}  {(letter.Reason.Length > 0 ? letter.Reason : $"waits behind another of {letter.OrderKey}")}, tried again {letter.AttemptCount} time(s)");
        if (letters.Count > 0)
            Console.WriteLine("The log says why. When the cause is mended: `backoffice events redrive`.");
        return letters.Count > 0 ? 2 : 0;
    }

    /// <summary>Applies what was set aside; 2 when something remains.</summary>
    public async Task<int> RedriveAsync(string producer, CancellationToken stop)
    {
        var remaining = 0;
        foreach (var service in services)
        {
            var request = new RedriveDeadLettersRequest { Parent = NameOf(service), Producer = producer, RequestId = Guid.NewGuid().ToString() };
            var answer = await PathOf(service).RedriveDeadLettersAsync(request, cancellationToken: stop);
            if (answer.AppliedCount + answer.RemainingCount > 0)
                Console.WriteLine($"{service}: {answer.AppliedCount} applied, {answer.RemainingCount} remain.");
            remaining += answer.RemainingCount;
        }
        Console.WriteLine(remaining > 0 ? $"{remaining} event(s) remain set aside; `backoffice events status` shows them." : "Nothing is set aside.");
        return remaining > 0 ? 2 : 0;
    }

    /// <summary>Makes read models anew, or only compares; 2 when one differed.</summary>
    public async Task<int> RebuildAsync(string only, bool validateOnly, CancellationToken stop)
    {
        var tables = new List<RebuiltTable>();
        foreach (var service in services)
        {
            var path = PathOf(service);
            var models = (await path.ListReadModelsAsync(new ListReadModelsRequest { Parent = NameOf(service) }, cancellationToken: stop)).ReadModels;
            foreach (var model in models.Where(m => only.Length == 0 || m.Name.EndsWith($"/{only}", StringComparison.Ordinal)))
                tables.AddRange(await RebuildAsync(path, model.Name, validateOnly, stop));
        }
        if (tables.Count == 0)
            Console.WriteLine("There is no such read model.");
        return tables.Count == 0 ? 1 : tables.All(t => t.Equal) ? 0 : 2;
    }

    private static async Task<IReadOnlyList<RebuiltTable>> RebuildAsync(EventPathService.EventPathServiceClient path, string name, bool validateOnly, CancellationToken stop)
    {
        var last = new RebuildReadModelResponse();
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var task = progress.AddTask(name);
            using var call = path.RebuildReadModel(new RebuildReadModelRequest { Name = name, ValidateOnly = validateOnly }, cancellationToken: stop);
            await foreach (var answer in call.ResponseStream.ReadAllAsync(stop))
                (last, task.MaxValue, task.Value) = (answer, Math.Max(1, answer.TotalEventCount), answer.Done ? Math.Max(1, answer.TotalEventCount) : answer.EventCount);
        });
        foreach (var table in last.Tables)
            Console.WriteLine($"{name}: {table.Table} {(table.Equal ? $"is what the events say ({table.RowsAfter} rows)" : $"differed: {table.RowsBefore} rows before, {table.RowsAfter} out of the events")}");
        return last.Tables;
    }

    private static async IAsyncEnumerable<DeadLetter> LettersAsync(EventPathService.EventPathServiceClient path, string service, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var request = new ListDeadLettersRequest { Parent = NameOf(service), PageSize = 1000 };
        do
        {
            var page = await path.ListDeadLettersAsync(request, cancellationToken: stop);
            foreach (var letter in page.DeadLetters)
                yield return letter;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private static string NameOf(string service) => $"services/{service}";

    // What every service has, the gateway leads to the one that is named.
    private EventPathService.EventPathServiceClient PathOf(string service) => new(gateway.Intercept(metadata =>
    {
        metadata.Add("backoffice-service", service);
        return metadata;
    }));
}
