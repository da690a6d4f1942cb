using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>Tries every dead letter once more, in the order in which they happened.</summary>
internal sealed class Redrive(ServiceDb db, Applier applier, ILogger<Redrive> logger)
{
    /// <summary>Returns how many were applied and how many remain.</summary>
    /// <param name="producer">Only those of one producer; all when empty.</param>
    public async Task<(int Applied, int Remaining)> RunAsync(string producer, CancellationToken stop)
    {
        var letters = await db.DeadLetters.AsNoTracking().Where(d => producer == "" || d.Producer == producer)
            .OrderBy(d => d.Producer).ThenBy(d => d.Sequence).Select(d => new { d.Producer, d.Sequence, d.OrderKey }).ToListAsync(stop);
        var (applied, stuck) = (0, new HashSet<(string, string)>());
        foreach (var letter in letters.Where(l => !stuck.Contains((l.Producer, l.OrderKey))))
        {
            try
            {
                if (await applier.RedriveAsync(letter.Producer, letter.Sequence, stop))
                    applied++;
            }
            catch (Exception e) when (!Inbox.IsPassing(e))
            {
                stuck.Add((letter.Producer, letter.OrderKey));
                await applier.FailedAgainAsync(letter.Producer, letter.Sequence, e, stop);
            }
        }
        var remaining = await db.DeadLetters.CountAsync(d => producer == "" || d.Producer == producer, stop);
        PlatformLog.DeadLettersRedriven(logger, applied, remaining);
        return (applied, remaining);
    }
}
