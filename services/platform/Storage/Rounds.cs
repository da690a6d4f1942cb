namespace Backoffice.Platform.Storage;

/// <summary>What a service does by itself again and again: at once, and at every interval after it.</summary>
public static class Rounds
{
    /// <param name="round">One round.</param>
    /// <param name="missed">Hears of a round that could not be made because the store was away; the next makes up for it.</param>
    public static async Task EveryAsync(TimeSpan interval, TimeProvider clock, Func<CancellationToken, Task> round, Action<Exception> missed, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval, clock);
        do
        {
            try
            {
                await round(stop);
            }
            catch (Exception e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                missed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
