using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Secrecy;

namespace Backoffice.Proofreading.Format;

/// <summary>密级标志: what bears one does not belong here, and what only looks like one should not.</summary>
internal static partial class SecrecyMarks
{
    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match mark in Mark().Matches(passage.Wording))
            yield return new("SEC-19", FindingKind.Secrecy, Certainty.Error, passage.At(mark), mark.Value,
                "有国家秘密标志：涉密内容不得在本系统起草、存储", "A mark of a state secret: what bears it is neither drafted nor stored here");
        foreach (Match mark in Bare().Matches(passage.Wording))
            yield return new("SEC-19", FindingKind.Secrecy, Certainty.Hint, passage.At(mark), mark.Value,
                "疑似密级标志（缺“★”和保密期限）：请确认是否涉密", "It looks like a mark of a state secret without ★ and period: see whether it is one");
    }

    // With the period, date or condition that follows it.
    [GeneratedRegex(StateSecretMark.Pattern + @"\s*[^\s，。；、]{0,12}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(绝密|机密|秘密)\s*(?:[0-9]{1,2}\s*年)?\s*\z|(?<=密级[：:]\s*)(绝密|机密|秘密)(?!\s*[★☆⭐✯])", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
