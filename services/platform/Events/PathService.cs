using Backoffice.Platform.Errors;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>Shows the system administrator how events reach this service, and mends what did not.</summary>
internal sealed class PathService(
    ServiceDb db, Consumption consumption, Reactions reactions, Redrive redrive, ReadModelRebuild rebuild, IEnumerable<ReadModel> models, ServiceIdentity service, ILogger<PathService> logger)
    : EventPathService.EventPathServiceBase
{
    public override async Task<ListEventSourcesResponse> ListEventSources(ListEventSourcesRequest request, ServerCallContext context)
    {
        service.ExpectNamed(request.Parent);
        var stop = context.CancellationToken;
        var marks = await consumption.MarksAsync(stop);
        var letters = await consumption.DeadLettersAsync(stop);
        var ends = await Task.WhenAll(reactions.Producers.Select(p => LastOfAsync(p, stop)));
        return new ListEventSourcesResponse
        {
            EventSources =
            {
                reactions.Producers.Zip(ends, (producer, last) => new EventSource
                {
                    Name = $"{service.ResourceName}/eventSources/{producer}",
                    Producer = producer,
                    AppliedSequence = marks.GetValueOrDefault(producer),
                    LastSequence = last ?? 0,
                    Reachable = last is not null,
                    DeadLetterCount = letters.GetValueOrDefault(producer),
                }),
            },
        };
    }

    public override async Task<ListDeadLettersResponse> ListDeadLetters(ListDeadLettersRequest request, ServerCallContext context)
    {
        service.ExpectNamed(request.Parent);
        var page = PageRequest.Of(request, defaultSize: 50);
        var letters = db.DeadLetters.AsNoTracking();
        if (page.After is { } after)
        {
            var (producer, sequence) = (after.Text(), after.Number(1));
            letters = letters.Where(d => d.Producer.CompareTo(producer) > 0 || (d.Producer == producer && d.Sequence > sequence));
        }
        var rows = await letters.OrderBy(d => d.Producer).ThenBy(d => d.Sequence).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListDeadLettersResponse
        {
            DeadLetters = { rows.Take(page.Size).Select(ToProto) },
            NextPageToken = page.Next(rows, r => PageKey.Of(r.Producer, r.Sequence)),
        };
    }

    public override async Task<RedriveDeadLettersResponse> RedriveDeadLetters(RedriveDeadLettersRequest request, ServerCallContext context)
    {
        service.ExpectNamed(request.Parent);
        // Each letter has a turn of its own and fails alone; a repeat after a break goes on with the rest.
        var (applied, remaining) = await db.IsAnsweredAsync(context) ? (0, 0) : await redrive.RunAsync(request.Producer, context.CancellationToken);
        await using var turn = await db.BeginTurnAsync(context);
        return await turn.CommitAsync(new RedriveDeadLettersResponse { AppliedCount = applied, RemainingCount = remaining });
    }

    public override async Task RebuildReadModel(RebuildReadModelRequest request, IServerStreamWriter<RebuildReadModelResponse> responseStream, ServerCallContext context)
    {
        var segments = request.Name.Split('/');
        service.ExpectNamed($"services/{segments[1]}");
        var model = models.SingleOrDefault(m => m.Name == segments[3]) ?? throw PlatformErrors.UnknownReadModel(request.Name);
        var answer = new RebuildReadModelResponse();
        await using var turn = await db.BeginTurnAsync(context);
        var tables = await rebuild.RunAsync(turn, model, Tell, context.CancellationToken);
        if (!request.ValidateOnly)
            await turn.CommitAsync();
        PlatformLog.ReadModelRebuilt(logger, model.Name, answer.EventCount, tables.All(t => t.Equal) ? "equals" : "differs from");
        await responseStream.WriteAsync(new RebuildReadModelResponse(answer) { Done = true, Tables = { tables } });

        Task Tell(long read, long total)
        {
            (answer.EventCount, answer.TotalEventCount) = (read, total);
            return responseStream.WriteAsync(answer, context.CancellationToken);
        }
    }

    public override Task<ListReadModelsResponse> ListReadModels(ListReadModelsRequest request, ServerCallContext context)
    {
        service.ExpectNamed(request.Parent);
        return Task.FromResult(new ListReadModelsResponse { ReadModels = { models.OrderBy(m => m.Name, StringComparer.Ordinal).Select(ToProto) } });
    }

    private async Task<long?> LastOfAsync(string producer, CancellationToken stop)
    {
        try
        {
            return (await consumption.AskAsync(producer, long.MaxValue, stop)).LastSequence;
        }
        catch (RpcException e) when (e.StatusCode is not StatusCode.Cancelled)
        {
            // Shown as not reachable, which is what the caller wants to know.
            return null;
        }
    }

    private DeadLetter ToProto(DeadLetterRow row) => new()
    {
        Name = $"{service.ResourceName}/deadLetters/{row.Producer}-{row.Sequence}",
        Producer = row.Producer,
        Sequence = row.Sequence,
        Type = row.Type,
        OrderKey = row.OrderKey,
        Reason = row.Reason,
        AttemptCount = row.Attempts,
        SetAsideTime = Timestamp.FromDateTimeOffset(row.SetAsideTime),
        LastAttemptTime = row.LastAttemptTime is { } last ? Timestamp.FromDateTimeOffset(last) : null,
    };

    private V1.ReadModel ToProto(ReadModel model) => new()
    {
        Name = $"{service.ResourceName}/readModels/{model.Name}",
        Producers = { reactions.ProducersOf(model.Wants) },
        Tables = { model.Tables.Select(t => db.Model.FindEntityType(t)!.GetTableName()!) },
    };
}
