using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Procedures.V1;
using Microsoft.EntityFrameworkCore;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Document.FrequentOpinions;

/// <summary>The caller's own opinions: found, kept, and counted as they are given.</summary>
internal sealed class OpinionDesk(DocumentDb db, Caller caller, OfficeClock clock)
{
    /// <summary>So many of one person are kept; a list that is longer helps nobody find anything.</summary>
    private const int Most = 200;

    public IQueryable<FrequentOpinion> Own
    {
        get
        {
            var person = caller.Actor;
            return db.FrequentOpinions.Where(o => o.Person == person);
        }
    }

    /// <summary>Counts an opinion on which something was decided.</summary>
    public async Task CountAsync(Verb verb, string opinion, CancellationToken stop)
    {
        if (opinion.Length is > 0 and <= FrequentOpinion.MostCharacters && verb is Verb.Agree or Verb.Disagree or Verb.Return)
            (await KeptAsync(opinion, stop)).Use(clock.Now);
    }

    /// <summary>The row of an opinion; a new one takes the place of the least used where there are enough.</summary>
    public async Task<FrequentOpinion> KeptAsync(string text, CancellationToken stop)
    {
        // Also one that the same turn has begun.
        if (await db.FrequentOpinions.FindAsync([caller.Actor, text], stop) is { } kept)
            return kept;
        if (await Own.CountAsync(stop) >= Most && await Own.OrderBy(o => o.Saved).ThenBy(o => o.UseCount).ThenBy(o => o.UseTime).FirstOrDefaultAsync(stop) is { } least)
            db.FrequentOpinions.Remove(least);
        return db.FrequentOpinions.Add(new FrequentOpinion { Person = caller.Actor, Text = text }).Entity;
    }
}
