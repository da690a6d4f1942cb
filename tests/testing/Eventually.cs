using System.Diagnostics;

namespace Backoffice.Testing;

/// <summary>Waits for a condition instead of for a time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Ordinary = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the answer is true; fails with the question when it never is.</summary>
    public static Task TrueAsync(Func<Task<bool>> question, TimeSpan? patience = null) => SameAsync(question, answer => answer, patience);

    /// <summary>Asks until the answer is as wanted, and returns it.</summary>
    /// <param name="patience">How long a wait is hopeless; longer than usual where whole processes start.</param>
    public static async Task<T> SameAsync<T>(Func<Task<T>> question, Func<T, bool> wanted, TimeSpan? patience = null)
    {
        var most = patience ?? Ordinary;
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var answer = await question();
            if (wanted(answer))
                return answer;
            if (watch.Elapsed > most)
                throw new TimeoutException($"Not so within {most.TotalSeconds:0} s; the last answer was {answer}.");
            await timer.WaitForNextTickAsync();
        }
    }
}
