namespace Backoffice.Regulations.Documents;

/// <summary>
/// Whether an issued document is in force. Revoked (撤销) it never was; repealed (废止) it no longer is from that day on
/// (条例 第33条, rule DOC-M06).
/// </summary>
public sealed record Validity(DateOnly From, DateOnly? RepealedOn = null, bool IsRevoked = false)
{
    public bool IsValidOn(DateOnly day) => !IsRevoked && day >= From && (RepealedOn is not { } end || day < end);
}
