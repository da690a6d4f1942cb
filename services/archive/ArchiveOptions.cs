using System.ComponentModel.DataAnnotations;

namespace Backoffice.Archive;

/// <summary>What the archive is told by its environment, as `Backoffice__Archive__NAME`.</summary>
internal sealed class ArchiveOptions
{
    public const string Section = "Backoffice:Archive";

    /// <summary>全宗号: the archive's own code for the bureau, four capital letters or digits (rule ARC-33).</summary>
    [Required, RegularExpression("^[A-Z0-9]{4}$", ErrorMessage = "Backoffice__Archive__FondsCode needs four capital letters or digits.")]
    public string FondsCode { get; set; } = "0001";
}
