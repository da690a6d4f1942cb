using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Secrecy;
using Microsoft.EntityFrameworkCore;
using MatterState = Backoffice.Procedures.V1.MatterState;

namespace Backoffice.Document.Departures;

/// <summary>The rpcs of departures; one file each.</summary>
internal sealed partial class DepartureService(DocumentDb db, Caller caller, DirectoryCache directory, OfficeClock clock) : V1.DepartureService.DepartureServiceBase
{
    /// <summary>Everything a person holds. What a post holds that another holds too stays with the other.</summary>
    private async Task<IReadOnlyList<Held>> HeldByAsync(string person, CancellationToken stop)
    {
        var posts = directory.Current.PostsOf(person).Where(p => directory.Current.HoldersOf(p).Count == 1).ToList();
        var held = new List<Held>();
        foreach (var post in posts)
        {
            // The state is text; what is found in it is then looked at. Only what runs is looked through.
            var quoted = $"\"{post}\"";
            var matters = await db.Matters.AsNoTracking().Where(m => m.Status == MatterState.Running && m.StateJson.Contains(quoted)).ToListAsync(stop);
            held.AddRange(matters.SelectMany(m => m.State.Tasks.Where(t => t.IsOpen && t.Post == post).Select(t => new Held(HoldingKind.Task, m.Subject, m.Id, t.Number, post, t.AssignTime))));
        }
        string[] readers = [person, .. posts];
        held.AddRange(await db.MatterReadings.AsNoTracking().Where(r => readers.Contains(r.Reader) && r.EndTime == null && r.Kind == TaskKind.Read)
            .Join(db.Matters, r => r.MatterId, m => m.Id, (r, m) => new Held(HoldingKind.Reading, m.Subject, m.Id, r.Number, r.Reader == person ? "" : r.Reader, r.AssignTime)).ToListAsync(stop));
        held.AddRange((await db.OutgoingDocuments.AsNoTracking().Where(d => d.State == OutgoingDocumentState.Drafting && d.Drafter == person && d.Readers.Any(r => r.Principal == person))
            .Select(d => new { d.Id, d.CreateTime }).ToListAsync(stop)).Select(d => new Held(HoldingKind.Draft, $"outgoingDocuments/{d.Id}", null, 0, "", d.CreateTime)));
        return [.. held.OrderBy(h => h.Place)];
    }

    /// <summary>How many of these are state secrets.</summary>
    private async Task<int> SecretsAsync(IReadOnlyList<Held> held, CancellationToken stop)
    {
        var subjects = held.Select(h => h.Subject).Distinct().ToList();
        var marks = await db.SecrecyMarks.AsNoTracking().Where(m => subjects.Contains(m.Subject) && m.DeclassifyTime == null).Select(m => new { m.Subject, m.Level }).ToListAsync(stop);
        var secret = marks.Where(m => m.Level.IsStateSecret()).Select(m => m.Subject).ToHashSet();
        return held.Count(h => secret.Contains(h.Subject));
    }
}
