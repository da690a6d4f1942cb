using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace Backoffice.Platform.Blobs;

/// <summary>Cuts files into what one message of a stream carries.</summary>
public static class BlobChunks
{
    private const int Bytes = 64 * 1024;

    /// <summary>The content in its order, each chunk full but the last; none of an empty file.</summary>
    public static async IAsyncEnumerable<ByteString> ChunksAsync(this Stream content, [EnumeratorCancellation] CancellationToken stop)
    {
        var buffer = new byte[Bytes];
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, Bytes, throwOnEndOfStream: false, stop)) > 0)
            yield return ByteString.CopyFrom(buffer, 0, read);
    }
}
