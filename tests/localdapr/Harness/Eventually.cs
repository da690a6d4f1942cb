using System.Diagnostics;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>Waits for something to become true, and says what it waited for when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);

    public static async Task BecomesTrueAsync(string what, Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Interval);
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > (patience ?? Patience))
                throw new TimeoutException($"Waited in vain until {what}.");

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public static Task BecomesTrueAsync(string what, Func<bool> condition) => BecomesTrueAsync(what, () => Task.FromResult(condition()));
}
