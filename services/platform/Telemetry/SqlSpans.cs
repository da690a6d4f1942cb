using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Backoffice.Platform.Telemetry;

/// <summary>A span per SQL command, alike on both databases; never the parameters. Costs nothing while nobody listens.</summary>
internal sealed class SqlSpans(string service) : DbCommandInterceptor
{
    private readonly ActivitySource _source = ServiceTelemetry.Of(service);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Record(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Record(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Record(command, eventData, failed: true);
        return Task.CompletedTask;
    }

    private void Record(DbCommand command, CommandEndEventData end, bool failed = false)
    {
        if (!_source.HasListeners())
            return;
        using var span = _source.StartActivity("sql", ActivityKind.Client, Activity.Current?.Context ?? default, startTime: end.StartTime);
        span?.SetTag("db.query.text", command.CommandText);
        span?.SetEndTime(end.StartTime.UtcDateTime + end.Duration);
        if (failed)
            span?.SetStatus(ActivityStatusCode.Error);
    }
}
