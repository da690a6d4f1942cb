using System.Security.Cryptography;
using Backoffice.Archive;
using Backoffice.Archive.V1;
using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;

namespace Backoffice.Bench.Scenarios;

/// <summary>P9: filing in the archive, beside copying, hashing and flushing the same bytes.</summary>
internal sealed class FileItems : IScenario
{
    private const int Small = 100 * 1024;
    private const int Large = 15 * 1024 * 1024;
    private const int InFlight = 8;

    private int _made;

    public string Id => "P9";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "The limit writes aside, hashes, flushes and renames, as the suite's blob store does. The suite also carries the bytes over gRPC "
            + "and then waits for the record's own commit. By a sampling profile on SQLite a third of the processor time is compiling, as the run is short, a sixth the runtime itself, which holds a file whole while it is carried, "
            + "an eighth EF, and the hash and the disk are a tenth.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, ArchiveModule.Module);
        await suite.PublishAsync(Office.Directory);
        var archivist = new ArchiveItemService.ArchiveItemServiceClient(suite.Call("archive", "archivist", Role.Archivist));
        var folder = Path.Combine(suite.Store.Folder, "limit");
        Directory.CreateDirectory(folder);

        var (small, large) = (NewContent(Small), NewContent(Large));
        var files = run.Quick ? 20 : 300;
        var series = await InTurn.MeasureAsync(
            run.Turns,
            () => Load.RateOfAsync(InFlight, files, _ => CopyAsync(folder, NextOf(small))),
            () => Load.RateOfAsync(InFlight, files, _ => FileAsync(archivist, NextOf(small))));
        run.Page.Add(Row.Of(Id, $"file 100 KiB items, {InFlight} in flight, {BenchRun.NameOf(store)}", "copy, SHA-256, fsync, rename", series[0], series[1], Unit.PerSecond, Target.AtLeast(0.6)));

        var (few, size) = (run.Quick ? 1 : 6, Large / 1048576.0);
        series = await InTurn.MeasureAsync(
            run.Turns,
            async () => size * await Load.RateOfAsync(1, few, _ => CopyAsync(folder, NextOf(large))),
            async () => size * await Load.RateOfAsync(1, few, _ => FileAsync(archivist, NextOf(large))));
        run.Page.Add(Row.Of(Id, $"file {size:0} MiB items one by one, {BenchRun.NameOf(store)}", "copy, SHA-256, fsync, rename", series[0], series[1], Unit.MebibytesPerSecond, Target.AtLeast(0.8)));
    }

    /// <summary>What looks like a PDF and has no text to read.</summary>
    private static byte[] NewContent(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        "%PDF-"u8.CopyTo(content);
        return content;
    }

    /// <summary>The same size and another content: a blob that is there already is not written again.</summary>
    private byte[] NextOf(byte[] content)
    {
        var next = (byte[])content.Clone();
        BitConverter.TryWriteBytes(next.AsSpan(8), Interlocked.Increment(ref _made));
        return next;
    }

    private static async Task CopyAsync(string folder, byte[] content)
    {
        var path = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(content)));
        await using (var file = new FileStream(path + ".part", FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
        {
            await file.WriteAsync(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".part", path);
    }

    private static Task FileAsync(ArchiveItemService.ArchiveItemServiceClient archivist, byte[] content) => archivist.FileArchiveItemAsync(new FileArchiveItemRequest
    {
        ArchiveItem = new ArchiveItem { Title = "关于做好防汛工作的通知", FilingYear = 2026, RetentionPeriod = RetentionPeriod.Permanent, FileName = "正文.pdf" },
        Content = UnsafeByteOperations.UnsafeWrap(content),
        RequestId = Guid.NewGuid().ToString(),
    }).ResponseAsync;
}
