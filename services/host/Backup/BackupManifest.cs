using System.Text.Json;
using System.Text.Json.Serialization;
using Backoffice.Platform.Storage;

namespace Backoffice.Host.Backup;

/// <summary>What a backup holds. It is written last: a folder without it is no backup.</summary>
/// <param name="Time">The moment of which all its records are.</param>
/// <param name="Store">The kind of database they were kept in.</param>
/// <param name="Stores">Each service's store by the service's name.</param>
/// <param name="Files">Its files: databases, keys, secrets.</param>
/// <param name="BlobCount">Documents' files that belong to it, named in <see cref="BackupFolder.BlobList"/>.</param>
/// <param name="BlobBytes">Their size.</param>
internal sealed record BackupManifest(
    DateTimeOffset Time, StoreKind Store, IReadOnlyDictionary<string, StoreContent> Stores, IReadOnlyList<KeptFile> Files, long BlobCount, long BlobBytes)
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Size of everything it needs to be restored.</summary>
    public long Bytes() => Files.Sum(f => f.Bytes) + BlobBytes;

    public string Format() => JsonSerializer.Serialize(this, Form);

    /// <exception cref="JsonException">The text was altered.</exception>
    public static BackupManifest Parse(string text) => JsonSerializer.Deserialize<BackupManifest>(text, Form) ?? throw new JsonException("The manifest is empty.");
}

/// <summary>A file as it was when it was backed up.</summary>
/// <param name="Path">Where it lies in the backup, and in an installation, with slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hash of its content, in lower-case hexadecimal.</param>
internal sealed record KeptFile(string Path, long Bytes, string Sha256);
