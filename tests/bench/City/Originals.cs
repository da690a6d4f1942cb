using Backoffice.Bench.Raw;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Coordination;
using Backoffice.Document;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;

namespace Backoffice.Bench.City;

/// <summary>Some matters that a small bureau brings to their end by calls, in a store of its own: what a city has is made like them.</summary>
internal sealed record Originals(IReadOnlyList<MatterMoulds> Short, IReadOnlyList<MatterMoulds> Long)
{
    public static async Task<Originals> LearnAsync(RealWords words, StoreKind kind)
    {
        await using var suite = await Suite.StartAsync(kind, DocumentModule.Module, CoordinationModule.Module);
        await suite.PublishAsync(Parts.Directory());
        await using var documents = RawStore.Open(suite.Store, "document");
        await using var inboxes = RawStore.Open(suite.Store, "coordination");
        var (desks, sent, registered) = (new Desks(suite), new Documents(words, seed: 8, longest: 120), 0);

        List<Matter> shorter = [], longer = [];
        foreach (var readers in (string[][])[[Office.DeputyDirector], [Office.DeputyDirector, Office.Director], [Office.SectionChief, Office.Staff, Office.FinanceChief]])
            shorter.Add(await desks.InformAsync(sent.At(++registered), readers));
        foreach (var readers in (string[][])[[Office.DeputyDirector], [Office.Staff, Office.DeputyDirector], [Office.Clerk, Office.Staff, Office.DeputyDirector]])
            longer.Add(await desks.FinishAsync(sent.At(++registered), readers));

        await Eventually.TrueAsync(async () => await documents.NumberAsync("SELECT count(*) FROM incoming_documents WHERE NOT is_indexed") == 0);
        var last = await documents.NumberAsync("SELECT max(sequence) FROM events");
        await Eventually.TrueAsync(async () => await inboxes.NumberAsync("SELECT coalesce(max(sequence), 0) FROM consumer_marks WHERE producer = 'document'") >= last);
        return new Originals(await LearnAsync(documents, inboxes, shorter), await LearnAsync(documents, inboxes, longer));
    }

    /// <summary>How much of all must be long, so that a document takes so many steps on average.</summary>
    public double PartOfLong(double steps)
    {
        var (few, many) = (Short.Average(m => m.Acts), Long.Average(m => m.Acts));
        return Math.Clamp((steps - few) / (many - few), 0, 1);
    }

    private static async Task<IReadOnlyList<MatterMoulds>> LearnAsync(RawStore documents, RawStore inboxes, List<Matter> matters)
    {
        var moulds = new List<MatterMoulds>();
        foreach (var matter in matters)
        {
            var (document, id) = (Guid.Parse(matter.Subject.Split('/')[1]), Guid.Parse(matter.Name.Split('/')[1]));
            var registered = await documents.NumberAsync("SELECT register_time FROM incoming_documents WHERE id = $1", documents.Key(document));
            var acts = await documents.ReadAsync("SELECT time FROM matter_acts WHERE matter_id = $1 ORDER BY number", documents.Key(id));
            DateTimeOffset[] times = [new(registered, TimeSpan.Zero), .. acts.Select(a => new DateTimeOffset(Convert.ToInt64(a[0]), TimeSpan.Zero))];
            moulds.Add(await MatterMoulds.LearnAsync(documents, inboxes, new Original(document, id, times)));
        }
        return moulds;
    }
}
