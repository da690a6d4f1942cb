using System.IO.Compression;
using Google.Protobuf;
using Directory = Backoffice.Coordination.V1.Directory;

namespace Backoffice.Platform.Organisation;

/// <summary>
/// How the directory lies in the shared state: as its message, and packed where it is large, because one value there may have a
/// megabyte and the directory of a city has more. What is small stays as it was, for replicas of a release that knew no other way.
/// </summary>
public static class DirectoryState
{
    /// <summary>From here on it is packed; nothing that large could be published before.</summary>
    private const int Large = 1 << 19;

    /// <summary>How gzip begins; no message does.</summary>
    private static ReadOnlySpan<byte> Packed => [0x1f, 0x8b];

    /// <summary>What is written into the state.</summary>
    public static byte[] Write(Directory directory)
    {
        var message = directory.ToByteArray();
        if (message.Length < Large)
            return message;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(message);
        return packed.ToArray();
    }

    /// <summary>The directory that was written; an empty one is an empty message.</summary>
    public static Directory Read(ReadOnlyMemory<byte> state)
    {
        if (!state.Span.StartsWith(Packed))
            return Directory.Parser.ParseFrom(state.Span);
        using var gzip = new GZipStream(new MemoryStream(state.ToArray()), CompressionMode.Decompress);
        return Directory.Parser.ParseFrom(gzip);
    }
}
