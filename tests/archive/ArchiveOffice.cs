using System.Security.Cryptography;
using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Archive.Tests;

/// <summary>People who keep and read an archive, and what they file.</summary>
internal sealed record ArchiveOffice(Suite Suite, string Service = "archive")
{
    public ArchiveItemService.ArchiveItemServiceClient Archivist => As("archivist", Role.Archivist);

    public ArchiveItemService.ArchiveItemServiceClient As(string account, params Role[] roles) => new(Suite.Call(Service, account, roles));

    /// <summary>Text that no other test files: items of the same content share it.</summary>
    public static string NewText() => $"各县（市、区）人民政府，{Guid.NewGuid()}";

    public static FileArchiveItemRequest Item(int year, string title = "关于做好防汛工作的通知", string? text = null) =>
        Item(year, title, System.Text.Encoding.UTF8.GetBytes(text ?? NewText()));

    public static FileArchiveItemRequest Item(int year, string title, byte[] content) => new()
    {
        ArchiveItem = new ArchiveItem { Title = title, FilingYear = year, RetentionPeriod = RetentionPeriod.Permanent, FileName = "正文.txt" },
        Content = ByteString.CopyFrom(content),
    };

    public async Task<ArchiveItem> FileAsync(FileArchiveItemRequest request) => (await Archivist.FileArchiveItemAsync(request)).ArchiveItem;

    public async Task<ArchiveItem> GetAsync(string name) => (await Archivist.GetArchiveItemAsync(new GetArchiveItemRequest { Name = name })).ArchiveItem;

    public async Task<IReadOnlyList<ArchiveItem>> ListAsync(int year) =>
        (await Archivist.ListArchiveItemsAsync(new ListArchiveItemsRequest { FilingYear = year, PageSize = 1000 })).ArchiveItems;

    public async Task<IReadOnlyList<ArchiveItem>> SearchAsync(string query) => (await Archivist.SearchArchiveItemsAsync(new SearchArchiveItemsRequest { Query = query, PageSize = 100 })).ArchiveItems;

    /// <summary>The bytes of an item, and what came with the first chunk.</summary>
    public async Task<(ArchiveItem? Item, byte[] Content, int Chunks)> DownloadAsync(string name)
    {
        using var call = Archivist.DownloadArchiveItem(new DownloadArchiveItemRequest { Name = name });
        var (content, item, chunks) = (new MemoryStream(), (ArchiveItem?)null, 0);
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            item ??= chunk.ArchiveItem;
            chunk.Data.WriteTo(content);
            chunks++;
        }
        return (item, content.ToArray(), chunks);
    }

    /// <summary>Where content of a hash lies on the disk, as an intruder or a failing disk reaches it.</summary>
    public string PathOf(string sha256) => Path.Combine(Suite.Store.Folder, "blobs", sha256[..2], sha256);

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
