using Spectre.Console;

namespace Backoffice.Host.Commands;

/// <summary>Shows how far work has come that consists of bytes.</summary>
internal static class ByteProgress
{
    /// <summary>Does the work, whose parts each have a name and a size and are told of bytes as they pass.</summary>
    public static async Task<T> ShowAsync<T>(Func<Func<string, long, Action<long>>, Task<T>> work)
    {
        var result = default(T)!;
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var running = default(ProgressTask);
            result = await work((name, bytes) =>
            {
                End(running);
                var task = running = progress.AddTask(name, maxValue: Math.Max(1, bytes));
                return passed => task.Increment(passed);
            });
            End(running);
        });
        return result;
    }

    // A size that was estimated, or nothing to do, ends as done all the same.
    private static void End(ProgressTask? task)
    {
        if (task is not null)
            task.Value = task.MaxValue;
    }
}
