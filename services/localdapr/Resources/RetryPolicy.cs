using System.Globalization;
using Grpc.Core;

namespace Backoffice.LocalDapr.Resources;

/// <summary>What happens after a failed delivery: how often, how long apart, and for which codes.</summary>
internal sealed record RetryPolicy(bool Exponential, TimeSpan Interval, TimeSpan MaxInterval, int MaxRetries, string? MatchingCodes)
{
    private const double Growth = 1.5;
    private const double Spread = 0.5;
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(500);

    public static RetryPolicy From(YamlMap map)
    {
        map.Know("policy", "duration", "maxInterval", "maxRetries", "matching");
        var matching = map.Map("matching");
        matching?.Know("gRPCStatusCodes", "httpStatusCodes");
        var policy = new RetryPolicy(
            map.Text("policy") switch
            {
                "constant" or null => false,
                "exponential" => true,
                var other => throw map.Refuse("policy", $"must be constant or exponential, not '{other}'."),
            },
            Duration(map, "duration") ?? TimeSpan.FromSeconds(5),
            Duration(map, "maxInterval") ?? TimeSpan.FromSeconds(60),
            Retries(map),
            matching?.Text("gRPCStatusCodes"));

        if (!policy.Ranges().All(r => r is { First: >= 0, Last: <= 16 } && r.First <= r.Last))
            throw matching!.Refuse("gRPCStatusCodes", "must list codes from 0 to 16, such as \"14\" or \"4,13-14\".");

        return policy;
    }

    public static TimeSpan? Duration(YamlMap map, string key) => map.Text(key) is not { } text
        ? null
        : GoDuration.TryParse(text, out var duration)
            ? duration
            : throw map.Refuse(key, $"must be a duration such as 3s, not '{text}'.");

    /// <param name="attempt">How many attempts have failed so far, from 1.</param>
    /// <param name="code">The status of the failed call; null when the app answered RETRY, which no code list excludes.</param>
    public bool Allows(int attempt, StatusCode? code) =>
        (MaxRetries < 0 || attempt <= MaxRetries) && (code is null || MatchingCodes is null || Ranges().Any(r => r.First <= (int)code && (int)code <= r.Last));

    /// <param name="attempt">How many attempts have failed so far, from 1.</param>
    /// <param name="chance">A number in [0, 1) that spreads the retries of an exponential policy.</param>
    public TimeSpan Wait(int attempt, double chance)
    {
        if (!Exponential)
            return Interval;

        var interval = Math.Min(FirstInterval.TotalMilliseconds * Math.Pow(Growth, attempt - 1), MaxInterval.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(interval * (1 - Spread + (2 * Spread * chance)));
    }

    private static int Retries(YamlMap map) => map.Text("maxRetries") is not { } text
        ? -1
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var retries)
            ? retries
            : throw map.Refuse("maxRetries", $"must be a whole number, not '{text}'.");

    private IEnumerable<(int First, int Last)> Ranges() =>
        (MatchingCodes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Range);

    private static (int First, int Last) Range(string text)
    {
        var ends = text.Split('-');
        return ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                ? (first, last)
                : (-1, -1);
    }
}
