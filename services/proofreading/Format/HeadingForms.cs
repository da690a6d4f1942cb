using System.Buffers;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Format;

/// <summary>The punctuation of headings: after the ordinal (GB/T 15834) and at the end.</summary>
internal static class HeadingForms
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("。，；：,;:");

    private const int LongestHeading = 14;

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Texts().SelectMany(In);

    private static IEnumerable<ProofFinding> In(IReadOnlyList<Passage> paragraphs)
    {
        var headings = paragraphs.Select(Heading.Of).ToArray();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (headings[i] is not { } heading)
                continue;
            if (Ordinal(heading) is { } wrong)
                yield return wrong;
            // It heads what follows, unless the next item follows at once.
            if (heading.Level <= 2 && i + 1 < paragraphs.Count && (headings[i + 1] is not { } next || next.Level > heading.Level) && EndOf(paragraphs[i], headings[i + 1]) is { } stop)
                yield return stop;
        }
    }

    private static ProofFinding? Ordinal(Heading heading)
    {
        // 1、 is against the standard, but so usual that it is only said; 1． is the same point in full width.
        if (heading.Written.Value == heading.Mark || heading.Written.Value == $"{heading.Number}．")
            return null;
        var certainty = heading.Level == 3 || heading.Written.Value is ['(', .., ')'] ? Certainty.Hint : Certainty.Error;
        return new("PUN-05", FindingKind.Punctuation, certainty, heading.Passage.At(heading.Written), heading.Written.Value,
            $"序数应当写作“{heading.Mark}”", $"The ordinal is written {heading.Mark}")
        {
            Suggestion = heading.Mark,
        };
    }

    private static ProofFinding? EndOf(Passage passage, Heading? next)
    {
        var wording = passage.Wording.TrimEnd();
        if (!wording.EndsWith('。') || wording.Trim().Length > LongestHeading || wording.AsSpan(0, wording.Length - 1).ContainsAny(Stops) || next is null)
            return null;
        return new("TXT-02", FindingKind.Punctuation, Certainty.Hint, passage.At(wording.Length - 1, 1), "。", "单独成行的小标题末尾不加句号", "A heading on a line of its own ends without a full stop") { Suggestion = "" };
    }
}
