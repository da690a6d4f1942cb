using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Coordination;
using Backoffice.Coordination.V1;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>The document service and the coordination service as they really run, events between them, with the bureau and a crowd of readers.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly Documents _documents;
    private int _registered;

    private Hub(Suite suite, Documents documents, IReadOnlyList<string> crowd)
    {
        (Suite, _documents, Crowd) = (suite, documents, crowd);
        Desks = new Desks(suite);
        Inboxes = RawStore.Open(suite.Store, "coordination");
    }

    public Suite Suite { get; }

    public Desks Desks { get; }

    /// <summary>`people/{id}` of the readers.</summary>
    public IReadOnlyList<string> Crowd { get; }

    /// <summary>The database of the coordination service by the bare driver.</summary>
    public RawStore Inboxes { get; }

    public static async Task<Hub> StartAsync(BenchRun run, StoreKind kind, int crowd)
    {
        var suite = await Suite.StartAsync(kind, DocumentModule.Module, CoordinationModule.Module);
        await suite.PublishAsync(Office.WithCrowd(crowd));
        return new Hub(suite, new Documents(run.Words, seed: 6, longest: 200), Office.Crowd(crowd));
    }

    public InboxService.InboxServiceClient InboxOf(string person) => new(Suite.Call("coordination", person.Split('/')[1], Role.Staff));

    /// <summary>A document that nobody has registered yet.</summary>
    public IncomingDocument Next() => _documents.At(Interlocked.Increment(ref _registered));

    /// <summary>Waits until everything that happened so far is in the inboxes.</summary>
    public async Task SettleAsync()
    {
        await using var documents = RawStore.Open(Suite.Store, "document");
        var last = await documents.NumberAsync("SELECT max(sequence) FROM events");
        await Eventually.TrueAsync(async () => await Inboxes.NumberAsync("SELECT coalesce(max(sequence), 0) FROM consumer_marks WHERE producer = 'document'") >= last);
    }

    public async ValueTask DisposeAsync()
    {
        await Inboxes.DisposeAsync();
        await Suite.DisposeAsync();
    }
}
