using System.Globalization;
using Backoffice.Typesetting.Documents;

namespace Backoffice.Typesetting.Composition;

/// <summary>版头: what stands above the text of the first page.</summary>
/// <param name="Organs">Rows of the mark.</param>
/// <param name="Suffix">What stands at the right of a joint mark: 文件; of a single one it is in its row.</param>
internal sealed record Head(
    PageFormat Format, IReadOnlyList<string> Organs, string Suffix, string CopyNumber, string Secrecy, string Urgency, string Number, IReadOnlyList<string> Signers)
{
    public bool IsUpward => Signers.Count > 0;

    public static Head Of(OfficialDocument document)
    {
        var word = document.Format switch
        {
            PageFormat.Letter => "",
            PageFormat.Order => "令",
            PageFormat.Minutes => "纪要",
            _ => "文件",
        };
        var isJoint = document.Organs.Count > 1;
        return new(
            document.Format,
            isJoint ? document.Organs : [.. document.Organs.Select(o => o.EndsWith(word, StringComparison.Ordinal) ? o : o + word)],
            isJoint ? word : "",
            CopyNumberOf(document.CopyNumber),
            document.Secrecy,
            document.Urgency,
            document.DocumentNumber,
            document.Signers);
    }

    // 7.2.1: six Arabic figures.
    private static string CopyNumberOf(int? number) => number switch
    {
        null => "",
        >= 1 and <= 999_999 => number.Value.ToString("D6", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(number), number, "A copy number has six figures (7.2.1)."),
    };
}
