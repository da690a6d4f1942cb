namespace Backoffice.Document.Exchange;

/// <summary>What was sent of a dispatch, as it was signed: made again, it is the same, whatever has changed since.</summary>
internal sealed class SentPackage
{
    public required Guid DispatchId { get; init; }

    /// <summary>统一社会信用代码 of the partner it was made for.</summary>
    public required string CreditCode { get; init; }

    public required byte[] Manifest { get; init; }

    public required byte[] Signature { get; init; }

    public required string ManifestSha256 { get; init; }

    public required DateTimeOffset CreateTime { get; init; }
}

/// <summary>A document that came in a package: whose it was, and what became of it here.</summary>
internal sealed class ReceivedPackage
{
    /// <summary>统一社会信用代码 of the sender.</summary>
    public required string CreditCode { get; init; }

    /// <summary>The sender's id of the dispatch.</summary>
    public required Guid DispatchId { get; init; }

    public required string Sender { get; init; }

    public required string ManifestSha256 { get; init; }

    public required Guid IncomingDocumentId { get; init; }

    public required DateTimeOffset CreateTime { get; init; }
}
