using Backoffice.Archive.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Role = Backoffice.Options.V1.Role;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>
/// During an upgrade replicas of this release go on, and start anew, beside the next one's: on stores that have its columns and
/// tables, with events and records that say more than this release knows, and with callers who ask for more.
/// </summary>
public sealed class MixedVersionTests
{
    private const int Before = 4;
    private const int Documents = 10;

    [Theory, EveryDatabase]
    public async Task Replicas_go_on_and_start_anew_beside_those_of_the_next_release(StoreKind store)
    {
        await using var suite = await Backoffice.Testing.Suite.StartAsync(store);
        foreach (var module in TroubledOffice.Modules)
            await suite.AddAsync(module, module.Name, new SuitePart { Configure = builder => builder.Services.Configure<GrpcServiceOptions>(o => o.Interceptors.Add<PeersOfNextRelease>()) });
        await suite.SeedAsync(TroubledOffice.Services);
        var replicas = TroubledOffice.Services.ToDictionary(s => s, s => new List<string> { s });
        var turn = 0;
        var office = new TroubledOffice(suite, service => replicas[service][Interlocked.Increment(ref turn) % replicas[service].Count]);
        await office.WorkAsync(Before);

        foreach (var service in TroubledOffice.Services)
            await ExpandAsync(suite, service);
        await WriteMoreAsync(suite);
        foreach (var module in TroubledOffice.Modules)
            replicas[module.Name].Add(await suite.AddReplicaAsync(module));
        await office.WorkAsync(Documents - Before);

        await office.EveryLedgerIsWholeAsync(Documents, "beside the next release");
        await ItemsSayWhatIsKnownAsync(suite);
        await UnknownWishesAreIgnoredAsync(suite);
    }

    /// <summary>What the next release's migration job does to a store, as docs/operations/upgrade.md allows it.</summary>
    private static async Task ExpandAsync(Backoffice.Testing.Suite suite, string service)
    {
        await using var scope = suite.Services(service).CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ServiceDb>().Database;
        await database.ExecuteSqlAsync($"CREATE TABLE next_release (id integer PRIMARY KEY)");
        await database.ExecuteSqlAsync($"ALTER TABLE events ADD COLUMN next_count integer NOT NULL DEFAULT 0");
        await database.ExecuteSqlAsync($"ALTER TABLE consumer_marks ADD COLUMN next_text text NULL");
        await database.ExecuteSqlRawAsync(database.GetService<IHistoryRepository>().GetInsertScript(new HistoryRow("29991231235959_NextRelease", "99.0.0")));
    }

    /// <summary>A record as the next release keeps it, and an event of a type that is not known yet.</summary>
    private static async Task WriteMoreAsync(Backoffice.Testing.Suite suite)
    {
        await using var document = suite.Services("document").CreateAsyncScope();
        await using var turn = await document.ServiceProvider.GetRequiredService<ServiceDb>()
            .BeginTurnAsync(Writer.Upkeep(document.ServiceProvider.GetRequiredService<ServiceIdentity>(), "the next release"), CancellationToken.None);
        // No service tells this message: to those who hear of it its type is new.
        turn.Publish(new HandlingPlan { LeadPost = "posts/clerk" });
        await turn.CommitAsync();

        await using var archive = suite.Services("archive").CreateAsyncScope();
        var items = archive.ServiceProvider.GetRequiredService<ServiceDb>().Database;
        // The first documents are being filed.
        await Eventually.TrueAsync(async () => await items.ExecuteSqlAsync(
            $$"""UPDATE archive_items SET details = '{"nextRelease": {"why": "more"}, ' || substr(details, 2) WHERE details LIKE '{ "%'""") > 0);
    }

    private static async Task ItemsSayWhatIsKnownAsync(Backoffice.Testing.Suite suite)
    {
        var items = new ArchiveItemService.ArchiveItemServiceClient(suite.Call("archive", "archivist", Role.Archivist));
        foreach (var listed in (await items.ListArchiveItemsAsync(new ListArchiveItemsRequest())).ArchiveItems)
            (await items.GetArchiveItemAsync(new GetArchiveItemRequest { Name = listed.Name })).ArchiveItem.Metadata.ShouldNotBeEmpty();
    }

    /// <summary>A caller of the next release sends a field that this one does not know.</summary>
    private static async Task UnknownWishesAreIgnoredAsync(Backoffice.Testing.Suite suite)
    {
        var known = new ListIncomingDocumentsRequest { PageSize = 5 };
        // Field 4000, of wire type 0 (varint), with value 1.
        byte[] more = [.. known.ToByteArray(), 0x80, 0xFA, 0x01, 0x01];
        var asked = ListIncomingDocumentsRequest.Parser.ParseFrom(more);
        asked.CalculateSize().ShouldBe(more.Length);
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(suite.As("document", Office.Clerk));
        (await documents.ListIncomingDocumentsAsync(asked)).IncomingDocuments.Count.ShouldBe(5);
    }
}
