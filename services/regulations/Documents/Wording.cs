using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.Regulations.Documents;

/// <summary>Finds in a text the turns of phrase that rules depend on.</summary>
public static partial class Wording
{
    /// <summary>The words that ask for approval; null if there are none. Fit for a warning: a text may quote what others asked.</summary>
    public static string? RequestIn(string body) => Asking().Match(body) is { Success: true } words ? words.Value : null;

    /// <summary>True if the text says that government or party committee has approved: 经市政府同意. 须经 and 未经 say that it has not.</summary>
    public static bool StatesGovernmentApproval(string body) => Approved().IsMatch(body);

    /// <summary>
    /// Length of a text: every Chinese character counts one, and a run of Latin letters or of figures counts one.
    /// Blanks, punctuation and symbols do not count, so that layout does not change the figure.
    /// </summary>
    public static int Length(string body)
    {
        var (count, inRun) = (0, false);
        foreach (var rune in body.EnumerateRunes())
        {
            var isRun = rune.IsAscii && System.Text.Rune.IsLetterOrDigit(rune);
            if (isRun ? !inRun : System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber)
                count++;
            inRun = isRun;
        }
        return count;
    }

    [GeneratedRegex(@"(?:妥否|当否|可否|是否妥当|是否可行)[，,]?\s*请[^。\n]{0,8}|请(?:予以?|给予|审核)?(?:批准|审批|批复|批示|核准|审定|解决)|特此请示|恳请[^。\n]{0,12}", RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(@"(?<![未须需应请待]报?)经[^。；，\n]{0,16}(?:政府|[省市县区]委|党委|国务院)[^。；，\n]{0,8}(?:同意|批准|审定)", RegexOptions.CultureInvariant)]
    private static partial Regex Approved();
}
