using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Backoffice.Testing;

/// <summary>
/// Collects what services log as errors: a test run in which one does that nobody expected fails. With
/// BACKOFFICE_TEST_VERBOSE=1 warnings are printed as well.
/// </summary>
public sealed class ErrorLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();
    // Until a test publishes a directory, or coordination does, a service says so whenever its health is asked for.
    private readonly ConcurrentBag<string> _expected = ["The directory has not been read yet."];
    private readonly ConcurrentDictionary<string, int> _heard = new();

    /// <summary>Errors whose text holds this are part of a test.</summary>
    public void Expect(string part) => _expected.Add(part);

    /// <summary>From now on counts messages of any level whose text holds this: services are to say what they mend.</summary>
    public void ListenFor(string part) => _heard.TryAdd(part, 0);

    /// <summary>How often that was said.</summary>
    public int Heard(string part) => _heard[part];

    public IReadOnlyList<string> Unexpected => [.. _errors.Where(e => !_expected.Any(e.Contains))];

    public ILogger CreateLogger(string categoryName) => new Collector(categoryName, _errors, _heard);

    public void Dispose()
    {
    }

    private sealed class Collector(string category, ConcurrentQueue<string> errors, ConcurrentDictionary<string, int> heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        private static readonly bool Verbose = Environment.GetEnvironmentVariable("BACKOFFICE_TEST_VERBOSE") == "1";

        public bool IsEnabled(LogLevel logLevel) => logLevel >= (!heard.IsEmpty ? LogLevel.Information : Verbose ? LogLevel.Warning : LogLevel.Error);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            foreach (var part in heard.Keys.Where(part => formatter(state, exception).Contains(part, StringComparison.Ordinal)))
                heard.AddOrUpdate(part, 1, (_, count) => count + 1);
            if (Verbose && logLevel == LogLevel.Warning)
                Console.Error.WriteLine($"{category}: {formatter(state, exception)} {exception}");
            if (logLevel >= LogLevel.Error)
                errors.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
