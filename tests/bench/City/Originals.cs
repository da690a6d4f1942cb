using Backoffice.Bench.Raw;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Coordination;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;

namespace Backoffice.Bench.City;

/// <summary>Some documents that a small bureau registers and brings to their end by calls, in a store of its own: what a city has is made like them.</summary>
/// <param name="Registered">Only registered, to be known.</param>
/// <param name="Short">For information: screened, read, closed.</param>
/// <param name="Long">For action: all the way.</param>
internal sealed record Originals(MatterMoulds Registered, IReadOnlyList<MatterMoulds> Short, IReadOnlyList<MatterMoulds> Long)
{
    /// <summary>Of the matters so many go all the way.</summary>
    public const double Action = 1 / 3.0;

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

        var clerk = new IncomingDocumentService.IncomingDocumentServiceClient(suite.As("document", Office.Clerk));
        var only = (await clerk.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = sent.At(++registered) })).IncomingDocument.Name;

        await Eventually.TrueAsync(async () => await documents.NumberAsync("SELECT count(*) FROM incoming_documents WHERE NOT is_indexed") == 0);
        var last = await documents.NumberAsync("SELECT max(sequence) FROM events");
        await Eventually.TrueAsync(async () => await inboxes.NumberAsync("SELECT coalesce(max(sequence), 0) FROM consumer_marks WHERE producer = 'document'") >= last);
        return new Originals(await LearnAsync(documents, inboxes, only, ""), await LearnAsync(documents, inboxes, shorter), await LearnAsync(documents, inboxes, longer));
    }

    /// <summary>How many of all documents must have a matter, so that a document takes so many steps on average.</summary>
    public double PartOfHandled(double steps) => Math.Min(1, steps / ((Action * Long.Average(m => m.Acts)) + ((1 - Action) * Short.Average(m => m.Acts))));

    private static async Task<IReadOnlyList<MatterMoulds>> LearnAsync(RawStore documents, RawStore inboxes, List<Matter> matters)
    {
        var moulds = new List<MatterMoulds>();
        foreach (var matter in matters)
            moulds.Add(await LearnAsync(documents, inboxes, matter.Subject, matter.Name));
        return moulds;
    }

    private static async Task<MatterMoulds> LearnAsync(RawStore documents, RawStore inboxes, string subject, string matter)
    {
        var (document, id) = (Guid.Parse(subject.Split('/')[1]), matter.Length > 0 ? Guid.Parse(matter.Split('/')[1]) : Guid.Empty);
        var registered = await documents.NumberAsync("SELECT register_time FROM incoming_documents WHERE id = $1", documents.Key(document));
        var acts = await documents.ReadAsync("SELECT time FROM matter_acts WHERE matter_id = $1 ORDER BY number", documents.Key(id));
        DateTimeOffset[] times = [new(registered, TimeSpan.Zero), .. acts.Select(a => new DateTimeOffset(Convert.ToInt64(a[0]), TimeSpan.Zero))];
        return await MatterMoulds.LearnAsync(documents, inboxes, new Original(document, id, times));
    }
}
