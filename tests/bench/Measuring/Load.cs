using System.Diagnostics;

namespace Backoffice.Bench.Measuring;

/// <summary>Makes calls and times them.</summary>
internal static class Load
{
    /// <summary>Calls per second with so many in flight, over a length of time.</summary>
    public static async Task<double> RateAsync(int inFlight, TimeSpan length, Func<int, Task> call)
    {
        var (started, done) = (0, 0);
        var watch = Stopwatch.StartNew();
        await EachAsync(inFlight, async () =>
        {
            while (watch.Elapsed < length)
            {
                await call(Interlocked.Increment(ref started));
                Interlocked.Increment(ref done);
            }
        });
        return done / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Calls per second until so many are made.</summary>
    public static async Task<double> RateOfAsync(int inFlight, int count, Func<int, Task> call)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await EachAsync(inFlight, async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                await call(i);
        });
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>How long each of so many calls took.</summary>
    public static async Task<Times> TimesOfAsync(int inFlight, int count, Func<int, Task> call)
    {
        var times = new double[count];
        await RateOfAsync(inFlight, count, async i =>
        {
            var start = Stopwatch.GetTimestamp();
            await call(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return new Times(times);
    }

    /// <summary>How long each of so many calls took, made by users who each begin one at every interval, not all at the same moment.</summary>
    public static async Task<Times> PacedAsync(int users, TimeSpan interval, int count, Func<int, Task> call)
    {
        var times = new double[count];
        await Task.WhenAll(Enumerable.Range(0, users).Select(user => Task.Run(async () =>
        {
            await Task.Delay(interval * user / users);
            using var timer = new PeriodicTimer(interval);
            for (var i = user; i < count; i += users)
            {
                var start = Stopwatch.GetTimestamp();
                await call(i);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                await timer.WaitForNextTickAsync();
            }
        })));
        return new Times(times);
    }

    /// <summary>Milliseconds within which a part of the calls, made one after another, was answered.</summary>
    public static async Task<double> WithinAsync(double part, int count, Func<int, Task> call) => (await TimesOfAsync(1, count, call)).Within(part);

    private static Task EachAsync(int inFlight, Func<Task> worker) => Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(worker)));
}
