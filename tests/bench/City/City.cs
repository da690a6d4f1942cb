using System.Diagnostics;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Coordination;
using Backoffice.Coordination.V1;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Logistics;
using Backoffice.Meeting;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;

namespace Backoffice.Bench.City;

/// <summary>
/// A city's installation after ten years: its organisation, accounts, rooms and vehicles, its documents with their finished matters,
/// inboxes and audit trail, in the stores of the services that keep them. Of the logs of events it has none: a call only
/// appends to them, and they would be half of the disk. No matter is under way; whoever measures starts some.
/// </summary>
internal sealed class City : IAsyncDisposable
{
    /// <summary>Of the line that says how far it is, so that a shorter one covers a longer.</summary>
    private const int Width = 79;

    private City(Suite suite, CityPlan plan, CityOffice office) => (Suite, Plan, Office) = (suite, plan, office);

    public Suite Suite { get; }

    public CityPlan Plan { get; }

    public CityOffice Office { get; }

    /// <summary>The document service, in a process of its own.</summary>
    public ServiceProcess? Documents { get; private set; }

    /// <summary>How long it took to make, from the first call to the originals until its stores were full.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>What its stores take of the disk.</summary>
    public double Mebibytes { get; private set; }

    /// <summary>Makes it. Its document and its coordination service do not run.</summary>
    public static async Task<City> BuildAsync(RealWords words, StoreKind kind, CityPlan plan)
    {
        var watch = Stopwatch.StartNew();
        var originals = await Originals.LearnAsync(words, kind);
        var suite = await Suite.StartAsync(kind, DocumentModule.Module, CoordinationModule.Module, MeetingModule.Module, LogisticsModule.Module);
        var city = new City(suite, plan, new CityOffice(plan.Seed));
        try
        {
            await city.FillAsync(words, originals, watch);
            return city;
        }
        catch (Exception)
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts both on it, each in a process of its own.</summary>
    public async Task OpenAsync()
    {
        Documents = await Suite.AddProcessAsync(DocumentModule.Module, "document");
        await Suite.AddProcessAsync(CoordinationModule.Module, "coordination");
        // The first resident was known before all others: whoever came with them sees their documents once the whole directory is known.
        var chief = new IncomingDocumentService.IncomingDocumentServiceClient(As("document", Office.ChiefOf(0)));
        await Eventually.TrueAsync(async () => (await chief.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest())).IncomingDocuments.Count > 0, TimeSpan.FromMinutes(2));
    }

    public CallInvoker As(string service, Resident resident) => Suite.Call(service, resident.Account, resident.Role);

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    private async Task<double> SizeAsync()
    {
        if (Suite.Store.Kind == StoreKind.Sqlite)
            return new DirectoryInfo(Suite.Store.Folder).EnumerateFiles("*.db*").Sum(f => f.Length);
        await using var raw = RawStore.Open(Suite.Store, "document");
        return await raw.NumberAsync("SELECT pg_database_size(current_database())");
    }

    private async Task FillAsync(RealWords words, Originals originals, Stopwatch watch)
    {
        var directory = new CityDirectory(Suite, Office);
        await directory.BeginAsync();
        await CityBookables.EnterAsync(Suite, new Random(Plan.Seed));
        await CityAccounts.FillAsync(Suite, Office, new Random(Plan.Seed));
        await Suite.StopAsync("document");
        await Suite.StopAsync("coordination");
        await directory.FillAsync();
        var batches = new CityBatches(Plan, Office, words, originals, Suite.Store.Kind);
        await new CityStore(Suite.Store, originals.Short[0], Say).FillAsync(batches);
        Say($"{Plan.Documents:#,0} documents and all that became of them");
        Console.WriteLine();
        (Took, Mebibytes) = (watch.Elapsed, await SizeAsync() / 1048576.0);

        void Say(string done) => Console.Write($"\r{$"city, {Suite.Store.Kind}: {watch.Elapsed:mm\\:ss} {done}",-Width}");
    }
}
