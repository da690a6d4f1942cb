using System.Globalization;
using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using Directory = Backoffice.Coordination.V1.Directory;

namespace Backoffice.Platform.Organisation;

/// <summary>
/// How the directory lies in the shared state: as its message, and packed where it is large, because one value there may have a
/// megabyte and the directory of a city has more. What is small stays as it was, for replicas of a release that knew no other way.
/// </summary>
public static class DirectoryState
{
    /// <summary>What one value may have. Nothing larger was ever published, so no replica that knows no packing loses what it could read.</summary>
    private const int Largest = 1 << 20;

    /// <summary>How gzip begins; no message does.</summary>
    private static ReadOnlySpan<byte> Packed => [0x1f, 0x8b];

    /// <summary>Writes a directory into the state, its version first.</summary>
    public static Task SaveAsync(SharedState.SharedState state, Directory directory, CancellationToken stop) => state.SaveTogetherAsync(
        [
            (DirectoryCache.VersionKey, Encoding.UTF8.GetBytes(directory.Version.ToString(CultureInfo.InvariantCulture))),
            (DirectoryCache.Key, Write(directory)),
        ],
        stop);

    /// <summary>The directory that was written; an empty one is an empty message.</summary>
    public static Directory Read(byte[] state)
    {
        if (!state.AsSpan().StartsWith(Packed))
            return Directory.Parser.ParseFrom(state);
        using var gzip = new GZipStream(new MemoryStream(state), CompressionMode.Decompress);
        return Directory.Parser.ParseFrom(gzip);
    }

    private static byte[] Write(Directory directory)
    {
        var message = directory.ToByteArray();
        if (message.Length <= Largest)
            return message;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(message);
        return packed.ToArray();
    }
}
