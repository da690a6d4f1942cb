namespace Backoffice.Document.Secrecy;

/// <summary>批准导出: one person may take a state secret out for a while.</summary>
internal sealed class ExportApproval
{
    public required Guid Id { get; init; }

    public required string Subject { get; init; }

    public required string Person { get; init; }

    public required string Reason { get; init; }

    public required string Approver { get; init; }

    /// <summary>原定密机关 or 上级机关 that approved, and its number; empty where the organ may alone.</summary>
    public required string Authority { get; init; }

    public required DateTimeOffset ExpireTime { get; init; }
}
