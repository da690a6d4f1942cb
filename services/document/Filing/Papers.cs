using System.Security.Cryptography;
using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Filing;

/// <summary>A filing package in the making: its description, and how the content of each of its files is opened.</summary>
internal sealed class Papers(FilingPackage package)
{
    private readonly List<Func<CancellationToken, Task<Stream>>> _contents = [];

    public FilingPackage Package => package;

    public IReadOnlyList<Func<CancellationToken, Task<Stream>>> Contents => _contents;

    public Papers Describe(string name, string value)
    {
        if (value.Length > 0)
            package.Metadata.Add(new FilingMetadata { Name = name, Value = value });
        return this;
    }

    /// <summary>A text made for filing, such as the handling slip.</summary>
    public void AddText(string fileName, string role, string text, DateTimeOffset at)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(fileName, role, "text/plain", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, at, _ => Task.FromResult<Stream>(new MemoryStream(bytes)));
    }

    /// <summary>A file that the service keeps.</summary>
    public void AddBlob(string fileName, string role, string mediaType, string sha256, long size, DateTimeOffset at, IBlobStore blobs) =>
        Add(fileName, role, mediaType, sha256, size, at, async stop => await blobs.OpenAsync(sha256, stop) ?? throw DocumentErrors.ContentMissing(fileName));

    private void Add(string fileName, string role, string mediaType, string sha256, long size, DateTimeOffset at, Func<CancellationToken, Task<Stream>> open)
    {
        package.Files.Add(new FilingFile { FileName = fileName, Role = role, MediaType = mediaType, Sha256 = sha256, SizeBytes = size, CreateTime = Timestamp.FromDateTimeOffset(at) });
        _contents.Add(open);
    }
}
