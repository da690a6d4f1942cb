using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading;

/// <summary>Puts suggestions into the text they were made for.</summary>
public static class Corrections
{
    /// <exception cref="ArgumentException">A finding has no suggestion, or two of them are upon each other.</exception>
    public static ProofText With(this ProofText text, IReadOnlyList<ProofFinding> findings)
    {
        if (findings.FirstOrDefault(f => f.Suggestion is null) is { } open)
            throw new ArgumentException($"{open.Id} has no suggestion.", nameof(findings));
        if (findings.Any(f => findings.Any(g => !ReferenceEquals(f, g) && f.Place.Overlaps(g.Place))))
            throw new ArgumentException("Two findings are upon each other.", nameof(findings));

        return text with
        {
            Title = Mended(Element.Title, 0, text.Title),
            MainRecipients = Mended(Element.MainRecipients, 0, text.MainRecipients),
            CopyRecipients = Mended(Element.CopyRecipients, 0, text.CopyRecipients),
            Body = Mended(Element.Body, 0, text.Body),
            AttachmentList = [.. text.AttachmentList.Select((name, i) => Mended(Element.AttachmentList, i, name))],
            Annexes = [.. text.Annexes.Select((annex, i) => new AnnexText(Mended(Element.AnnexTitle, i, annex.Title), Mended(Element.Annex, i, annex.Text)))],
            AttachmentTitles = [.. text.AttachmentTitles.Select((name, i) => Mended(Element.AttachmentTitles, i, name))],
        };

        // From the end, so that the places before stay what they are.
        string Mended(Element element, int item, string wording) => findings
            .Where(f => f.Place.Element == element && f.Place.Item == item)
            .OrderByDescending(f => f.Place.Offset)
            .Aggregate(wording, (w, f) => string.Concat(w.AsSpan(0, f.Place.Offset), f.Suggestion, w.AsSpan(f.Place.Offset + f.Place.Length)));
    }
}
