using Backoffice.Archive.ArchiveItems;
using Backoffice.Archive.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Peers;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using ArchiveItem = Backoffice.Archive.ArchiveItems.ArchiveItem;

namespace Backoffice.Archive.Filings;

/// <summary>Takes one document over: its package read, its files kept, and the item with its reference code made in one turn.</summary>
internal sealed class Intake(ArchiveDb db, PeerChannels peers, IBlobStore blobs, Shelf shelf, OfficeClock clock, ILogger<Intake> logger)
{
    /// <summary>What the archive may not hold, by the names under which packages tell it.</summary>
    private static readonly string[] StateSecrets = [.. Enum.GetValues<Regulations.Secrecy.SecrecyLevel>().Where(l => l.IsStateSecret()).Select(l => l.ToChinese())];

    private const string Marked = "含有国家秘密标志，非涉密系统不得存储（SEC-19）";

    public async Task FileAsync(string source, CancellationToken stop)
    {
        try
        {
            var (package, refused) = await FetchAsync(source, stop);
            await using var turn = await db.BeginTurnAsync(Writer.For("service:archive", "file", source), stop);
            var filing = await db.Filings.SingleAsync(f => f.Source == source, stop);
            // Another replica may have come first.
            if (filing.State != FilingState.Pending)
                return;
            if (refused.Length > 0 || package.Term == FilingTerm.NotFiled)
                filing.Dismiss(refused.Length > 0 ? refused : $"{package.TermReason}（{package.TermRule}）", clock.Now);
            else
                filing.Filed(await MakeItemAsync(turn, package, stop), clock.Now);
            await turn.CommitAsync();
        }
        catch (Exception e) when (e is RpcException or Refusal && !stop.IsCancellationRequested)
        {
            ArchiveLog.NotFiledYet(logger, source, e);
            await PostponeAsync(source, e.Message, stop);
        }
    }

    /// <summary>Reads the package and keeps its files; they are found by their hashes when it is read again.</summary>
    private async Task<(FilingPackage Package, string Refused)> FetchAsync(string source, CancellationToken stop)
    {
        using var call = new Document.V1.FilingService.FilingServiceClient(peers.To("document")).GetFilingPackage(new GetFilingPackageRequest { Subject = source }, cancellationToken: stop);
        FilingPackage? package = null;
        var contents = new Dictionary<int, MemoryStream>();
        await foreach (var piece in call.ResponseStream.ReadAllAsync(stop))
        {
            package ??= piece.Package;
            if (!contents.TryGetValue(piece.File, out var content))
                contents[piece.File] = content = new MemoryStream();
            piece.Data.WriteTo(content);
        }
        if (package!.Metadata.Any(m => m.Name == "密级" && StateSecrets.Contains(m.Value)) || StateSecretMark.IsIn(package.Title))
            return (package, Marked);
        for (var i = 0; i < package.Files.Count; i++)
        {
            var content = contents.GetValueOrDefault(i)?.ToArray() ?? [];
            if (StateSecretMark.IsIn(FileKind.Of(content).Text))
                return (package, Marked);
            // What arrives must be what was sent: the hash goes with the item for ever.
            if (await blobs.PutAsync(content, stop) is var hash && hash != package.Files[i].Sha256)
                throw PlatformErrors.Unavailable($"{package.Files[i].FileName} of {source}");
        }
        return (package, "");
    }

    private async Task<string> MakeItemAsync(Turn turn, FilingPackage package, CancellationToken stop)
    {
        var main = package.Files[0];
        var item = new ArchiveItem
        {
            Id = Guid.CreateVersion7(clock.Now),
            OrderKey = await Shelf.NextPlaceAsync(turn),
            Title = package.Title,
            Creator = package.Creator,
            DocumentNumber = package.DocumentNumber,
            FilingYear = package.Year,
            RetentionPeriod = package.Term switch { FilingTerm.Permanent => RetentionPeriod.Permanent, FilingTerm.Years30 => RetentionPeriod.Years30, _ => RetentionPeriod.Years10 },
            FileName = main.FileName,
            MediaType = main.MediaType,
            SizeBytes = main.SizeBytes,
            Sha256 = main.Sha256,
            FileTime = clock.Now,
            Filer = "service:archive",
            Source = package.Subject,
            RetentionReason = $"{package.TermReason}（{package.TermRule}）",
            Details = ArchiveItem.DetailsOf(package.Metadata.Select(m => (m.Name, m.Value)), package.Acts),
        };
        item.Files.AddRange(package.Files.Skip(1).Select((f, i) => new ItemFile
        {
            ItemId = item.Id,
            Number = i + 1,
            FileName = f.FileName,
            Role = f.Role,
            MediaType = f.MediaType,
            SizeBytes = f.SizeBytes,
            Sha256 = f.Sha256,
        }));
        await shelf.EnterAsync(turn, item, text: "", stop);
        return item.Name;
    }

    private async Task PostponeAsync(string source, string why, CancellationToken stop)
    {
        await using var turn = await db.BeginTurnAsync(Writer.For("service:archive", "file", source), stop);
        var filing = await db.Filings.SingleAsync(f => f.Source == source, stop);
        if (filing.State == FilingState.Pending)
            filing.Failed(why, clock.Now);
        await turn.CommitAsync();
    }
}
