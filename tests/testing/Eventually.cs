using System.Diagnostics;

namespace Backoffice.Testing;

/// <summary>Waits for a condition instead of for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is true; fails with the question when it never is.</summary>
    public static Task TrueAsync(Func<Task<bool>> question) => SameAsync(question, answer => answer);

    /// <summary>Asks until the answer is as wanted, and returns it.</summary>
    public static async Task<T> SameAsync<T>(Func<Task<T>> question, Func<T, bool> wanted)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var answer = await question();
            if (wanted(answer))
                return answer;
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"Not so within {Patience.TotalSeconds:0} s; the last answer was {answer}.");
            await timer.WaitForNextTickAsync();
        }
    }
}
