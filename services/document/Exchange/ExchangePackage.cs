using System.IO.Compression;
using System.Security.Cryptography;
using Backoffice.Document.V1;

namespace Backoffice.Document.Exchange;

/// <summary>
/// A package as a file: manifest, signature, and the files by their path. Written the same byte by byte whenever and wherever: entries in
/// one order, with one time, stored as they are.
/// </summary>
internal sealed record ExchangePackage(byte[] Manifest, byte[] Signature, IReadOnlyDictionary<string, byte[]> Files)
{
    public const int Largest = 16 * 1024 * 1024;
    public const string ManifestPath = "manifest.json";
    public const string SignaturePath = "manifest.json.p7s";

    private const int MostFiles = 500;
    private const int LargestManifest = 2 * 1024 * 1024;
    private const int LargestSignature = 64 * 1024;

    /// <summary>All that a package may unpack to: what it could hold unpacked anyway, and some for what compresses well.</summary>
    private const int MostUnpacked = 4 * Largest;

    // The first that ZIP can tell.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string ManifestSha256 => Sha256Of(Manifest);

    public static string Sha256Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestPath, Manifest);
            Add(zip, SignaturePath, Signature);
            foreach (var (path, content) in Files.OrderBy(f => f.Key, StringComparer.Ordinal))
                Add(zip, path, content);
        }
        return stream.ToArray();
    }

    /// <summary>Takes a package apart in memory. Nothing of it is believed yet, and no name in it is used as a path.</summary>
    /// <exception cref="Platform.Errors.Refusal">PACKAGE_DAMAGED: it is no package, or unpacks to more than an honest one.</exception>
    public static ExchangePackage Read(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFiles + 2)
                throw DocumentErrors.PackageDamaged("文件过多 (too many files)");
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var left = MostUnpacked;
            foreach (var entry in zip.Entries)
            {
                var most = Math.Min(left, entry.FullName switch { ManifestPath => LargestManifest, SignaturePath => LargestSignature, _ => left });
                var file = Unpack(entry, most);
                left -= file.Length;
                // Of two under one name, one would be looked at and the other used.
                if (!files.TryAdd(entry.FullName, file))
                    throw DocumentErrors.PackageDamaged("同名文件 (two files of one name)");
            }
            return files.Remove(ManifestPath, out var manifest) && files.Remove(SignaturePath, out var signature)
                ? new ExchangePackage(manifest, signature, files)
                : throw DocumentErrors.PackageDamaged($"缺少 {ManifestPath} 或 {SignaturePath} (no manifest, or no signature)");
        }
        catch (InvalidDataException)
        {
            throw DocumentErrors.PackageDamaged("不是ZIP文件或已损坏 (no ZIP file, or a damaged one)");
        }
    }

    /// <summary>The content of a file of the manifest, once size and hash are what the manifest says.</summary>
    /// <exception cref="Platform.Errors.Refusal">PACKAGE_DAMAGED: it is missing, or another.</exception>
    public byte[] ContentOf(ExchangedFile file)
    {
        if (!Files.TryGetValue(file.Path, out var content))
            throw DocumentErrors.PackageDamaged($"缺少 {file.Path} (a file is missing)");
        return content.Length == file.SizeBytes && Sha256Of(content) == file.Sha256
            ? content
            : throw DocumentErrors.PackageDamaged($"{file.Path} 与清单不符 (size or SHA-256 differs from the manifest)");
    }

    // Its header may say anything: what it really unpacks to is counted.
    private static byte[] Unpack(ZipArchiveEntry entry, int most)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            if (to.Length + read > most)
                throw DocumentErrors.PackageDamaged("解压后过大 (unpacks to far more than a package holds)");
            to.Write(buffer, 0, read);
        }
        return to.ToArray();
    }

    private static void Add(ZipArchive zip, string path, byte[] content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = Time;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
