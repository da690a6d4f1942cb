using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Backoffice.Document.Tests;

/// <summary>How the store runs a statement that the service was seen to send: by an index, or by reading everything.</summary>
internal static partial class QueryPlan
{
    /// <summary>The plan of the one statement meant, among all that were sent during a call: other tests send theirs at the same time.</summary>
    public static async Task<string> OfAsync(Suite suite, Func<Task> call, Func<string, bool> isMeant)
    {
        var sent = new ConcurrentQueue<string>();
        using (var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "backoffice.document.v1",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => sent.Enqueue(span.GetTagItem("db.query.text") as string ?? ""),
        })
        {
            ActivitySource.AddActivityListener(listener);
            await call();
        }
        // Of the two stores only one names a schema.
        var inSchema = suite.Store.Kind == StoreKind.Postgres;
        return await ExplainAsync(suite, sent.First(s => isMeant(s) && s.Contains("FROM document.", StringComparison.Ordinal) == inSchema));
    }

    private static async Task<string> ExplainAsync(Suite suite, string sql)
    {
        await using var scope = suite.Services("document").CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<DocumentDb>().Database.GetDbConnection();
        await connection.OpenAsync();
        var names = Parameter().Matches(sql).Select(m => m.Value).Distinct().ToList();
        await using var command = connection.CreateCommand();
        if (connection is NpgsqlConnection)
        {
            // The tables of a test are so short that reading all of one would be the cheapest.
            var numbered = Parameter().Replace(sql, m => $"${names.IndexOf(m.Value) + 1}");
            var seen = $"seen_{Guid.NewGuid():N}";
            command.CommandText = $"SET enable_seqscan = off; PREPARE {seen} AS {numbered}; SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = '{seen}'";
            var types = (string[])(await command.ExecuteScalarAsync())!;
            // Planned for its values, as the first of a connection's statements are: rare ones, as those of a register are.
            var values = types.Length > 0 ? $"({string.Join(", ", types.Select(RareOf))})" : "";
            command.CommandText = $"EXPLAIN EXECUTE {seen}{values}; DEALLOCATE {seen}; RESET ALL";
        }
        else
        {
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var name in names)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
                command.Parameters.Add(parameter);
            }
        }
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        do
        {
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(reader.FieldCount - 1));
        }
        while (await reader.NextResultAsync());
        return string.Join('\n', lines);
    }

    private static string RareOf(string type) => type switch
    {
        "text" or "character varying" => "'rare'",
        "uuid" => "'00000000-0000-0000-0000-000000000001'",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
        _ => "5",
    };

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
