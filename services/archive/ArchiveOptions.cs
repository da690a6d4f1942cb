using System.ComponentModel.DataAnnotations;

namespace Backoffice.Archive;

/// <summary>What the archive is told by its environment, as `Archive__NAME`.</summary>
public sealed class ArchiveOptions
{
    public const string Section = "Archive";

    /// <summary>全宗号: the code of the bureau in the archives it transfers to (rule ARC-33). Codes given before keep the one of their time.</summary>
    [Required, RegularExpression(@"^[A-Z0-9]{4}\z", ErrorMessage = "must be four capital letters or digits.")]
    public string FondsCode { get; set; } = "0001";
}
