namespace Backoffice.Regulations.Documents;

/// <summary>合法性审核 of a normative document (rule DOC-D09).</summary>
/// <param name="WorkingDays">How long it took.</param>
/// <param name="IsEmergency">Made to prevent or handle an emergency: the review may be shorter.</param>
public sealed record LegalityReview(bool Passed, int WorkingDays, bool IsEmergency = false);

/// <summary>What became of the text after it was signed.</summary>
public enum ChangeAfterSigning
{
    None,

    /// <summary>文字性修改: stays signed; the difference is kept.</summary>
    Editorial,

    /// <summary>实质性修改: goes back to whoever signed (条例 第25条(一)).</summary>
    Substantive,
}
