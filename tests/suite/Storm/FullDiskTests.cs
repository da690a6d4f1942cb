using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>A disk is full, and later it is not: that of a small office's one machine, and those of a database's server.</summary>
public sealed class FullDiskTests
{
    private const int FullAt = 24;
    private const int RoomAt = 200;

    [Fact]
    public async Task A_full_disk_refuses_changes_shows_what_there_is_and_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.MakeAsync(FullAt);
        Assert.SkipWhen(disk is null, "only root can make a small disk");
        await using var suite = await StartAsync(new Dictionary<string, string?> { ["Backoffice:DataFolder"] = disk.Path, ["Backoffice:ConnectionString"] = "" });
        var papers = new IncomingPapers(suite);
        var files = new AttachmentService.AttachmentServiceClient(suite.As("document", Office.Clerk));

        (await papers.RegisterUntilRefusedAsync()).ShouldBe("UNAVAILABLE");
        papers.Accepted.Count.ShouldBeGreaterThan(3);
        var file = new AddAttachmentRequest { Parent = papers.Accepted[0].Name, FileName = "附图.txt", Content = ByteString.CopyFromUtf8(new string('图', 1 << 20)), RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("UNAVAILABLE", files.AddAttachmentAsync(file));
        await papers.CanBeReadAsync();

        await disk.GrowAsync(RoomAt);
        await papers.GoOnAsync();
        (await files.AddAttachmentAsync(file)).Attachment.SizeBytes.ShouldBe(file.Content.Length);
    }

    [Fact]
    public async Task A_full_disk_of_PostgreSQLs_records_refuses_changes_and_reading_goes_on()
    {
        await using var server = await SmallPostgres.StartNewAsync();
        Assert.SkipWhen(server is null, SmallPostgres.Missing);
        await using var suite = await StartAsync(server.Settings);
        var papers = new IncomingPapers(suite);
        await papers.RegisterAsync(3);

        server.Records.Fill();
        (await papers.RegisterUntilRefusedAsync()).ShouldBe("UNAVAILABLE");
        await papers.CanBeReadAsync();
        // Every few minutes PostgreSQL notes how far it is, which needs a new file: it ends every connection and recovers by itself.
        (await server.CheckpointAsync()).ShouldBeFalse();
        await Eventually.SameAsync(papers.ReadAsync, read => read);
        (await server.RunsAsync()).ShouldBeTrue();

        await server.Records.GrowAsync(RoomAt);
        await papers.GoOnAsync();
    }

    [Fact]
    public async Task A_full_disk_of_PostgreSQLs_log_ends_it_and_nothing_accepted_is_lost()
    {
        await using var server = await SmallPostgres.StartNewAsync();
        Assert.SkipWhen(server is null, SmallPostgres.Missing);
        await using var suite = await StartAsync(server.Settings);
        var papers = new IncomingPapers(suite);
        await papers.RegisterAsync(3);

        server.Log.Fill();
        (await papers.RegisterUntilRefusedAsync()).ShouldBe("UNAVAILABLE");
        // It panics, and cannot recover either: that is written to the log as well.
        await Eventually.SameAsync(server.RunsAsync, runs => !runs);
        (await papers.ReadAsync()).ShouldBeFalse();
        (await papers.RepeatAsync()).ShouldBe("UNAVAILABLE");

        await server.Log.GrowAsync(RoomAt);
        await server.StartAsync();
        // The service was not started again.
        await papers.GoOnAsync();
    }

    private static async Task<Testing.Suite> StartAsync(IReadOnlyDictionary<string, string?> store)
    {
        var suite = await Testing.Suite.StartAsync(StoreKind.Sqlite);
        await suite.AddAsync(DocumentModule.Module, "document", new SuitePart { Settings = store });
        await suite.PublishAsync(Office.Directory);
        return suite;
    }
}
