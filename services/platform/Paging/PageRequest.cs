using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Backoffice.Platform.Errors;
using Google.Protobuf;

namespace Backoffice.Platform.Paging;

/// <summary>
/// The page a list request asks for. A token holds the last row's key and a fingerprint of the request it came from, so it
/// serves the same list with the same filters only. It gives no rights: every page is filtered for its caller anew.
/// </summary>
public sealed class PageRequest
{
    private const int FingerprintBytes = 8;
    private readonly byte[] _fingerprint;

    private PageRequest(int size, PageKey? after, byte[] fingerprint)
    {
        Size = size;
        After = after;
        _fingerprint = fingerprint;
    }

    /// <summary>How many rows the page has at the most.</summary>
    public int Size { get; }

    /// <summary>Key of the row before the page; null on the first.</summary>
    public PageKey? After { get; }

    /// <summary>Reads `page_size` and `page_token` of a request of the contract.</summary>
    public static PageRequest Of(IMessage request, int defaultSize)
    {
        var fields = request.Descriptor;
        var size = (int)fields.FindFieldByName("page_size").Accessor.GetValue(request);
        var token = (string)fields.FindFieldByName("page_token").Accessor.GetValue(request);
        var fingerprint = FingerprintOf(request);
        return new PageRequest(size == 0 ? defaultSize : size, token.Length == 0 ? null : Read(token, fingerprint), fingerprint);
    }

    /// <summary>The token of the next page, when one more row than the page holds was read; else empty.</summary>
    public string Next<TRow>(IReadOnlyList<TRow> rows, Func<TRow, PageKey> keyOf) => rows.Count <= Size ? "" : Behind(keyOf(rows[Size - 1]));

    /// <summary>The token of the page that begins behind a row, whatever has become of the row by then.</summary>
    public string Behind(PageKey key) => Base64Url.EncodeToString([.. _fingerprint, .. Encoding.UTF8.GetBytes(key.Format())]);

    private static PageKey Read(string token, byte[] fingerprint)
    {
        if (!Base64Url.IsValid(token))
            throw PlatformErrors.InvalidPageToken();
        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.AsSpan().StartsWith(fingerprint)
            ? PageKey.Parse(Encoding.UTF8.GetString(bytes.AsSpan(FingerprintBytes)))
            : throw PlatformErrors.InvalidPageToken();
    }

    private static byte[] FingerprintOf(IMessage request)
    {
        var filters = request.Descriptor.Parser.ParseFrom(request.ToByteString());
        filters.Descriptor.FindFieldByName("page_size").Accessor.Clear(filters);
        filters.Descriptor.FindFieldByName("page_token").Accessor.Clear(filters);
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(filters.Descriptor.FullName), .. filters.ToByteArray()])[..FingerprintBytes];
    }
}
