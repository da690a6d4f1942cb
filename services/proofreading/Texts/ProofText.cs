using System.Security.Cryptography;
using System.Text;
using Backoffice.Regulations.Documents;

namespace Backoffice.Proofreading.Texts;

/// <summary>What is proofread: the parts of a document whose wording people wrote.</summary>
public sealed record ProofText
{
    private const char Between = '\u001E';

    public string Title { get; init; } = "";

    /// <summary>主送机关 as printed.</summary>
    public string MainRecipients { get; init; } = "";

    /// <summary>抄送机关 as printed.</summary>
    public string CopyRecipients { get; init; } = "";

    /// <summary>正文, paragraphs by line feed.</summary>
    public string Body { get; init; } = "";

    /// <summary>附件说明: the names as the list after the body prints them, in order.</summary>
    public IReadOnlyList<string> AttachmentList { get; init; } = [];

    /// <summary>The titles of the attachments themselves, in order.</summary>
    public IReadOnlyList<string> AttachmentTitles { get; init; } = [];

    /// <summary>附件 that are bound with the document, in order.</summary>
    public IReadOnlyList<AnnexText> Annexes { get; init; } = [];

    /// <summary>What is really with the document; null where it is only a text.</summary>
    public IReadOnlyList<Enclosure>? Enclosed { get; init; }

    /// <summary>Every paragraph that is not empty, in order.</summary>
    public IEnumerable<Passage> Passages() =>
        Of(Element.Title, Title).Concat(Of(Element.MainRecipients, MainRecipients)).Concat(Of(Element.Body, Body)).Concat(Of(Element.CopyRecipients, CopyRecipients))
            .Concat(AttachmentList.SelectMany((name, i) => Of(Element.AttachmentList, name, i))).Concat(AttachmentTitles.SelectMany((name, i) => Of(Element.AttachmentTitles, name, i)))
            .Concat(Annexes.SelectMany((annex, i) => Of(Element.AnnexTitle, annex.Title, i).Concat(Of(Element.Annex, annex.Text, i))));

    public IEnumerable<Passage> Paragraphs() => Of(Element.Body, Body);

    /// <summary>The paragraphs of the body, and of each annex: every one has an order, figures and tables of its own.</summary>
    public IEnumerable<IReadOnlyList<Passage>> Texts() => [[.. Paragraphs()], .. Annexes.Select((annex, i) => Of(Element.Annex, annex.Text, i).ToArray())];

    /// <summary>Findings hold for the text of this hash, and for no other.</summary>
    public string Sha256()
    {
        var all = string.Join(Between, [Title, MainRecipients, CopyRecipients, Body, string.Join('\n', AttachmentList), string.Join('\n', AttachmentTitles), .. Enclosed?.Select(e => e.Name) ?? [], .. Annexes.SelectMany(a => (string[])[a.Title, a.Text])]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>The wording of one element, or of one item of a list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public string WordingOf(Element element, int item = 0) => element switch
    {
        Element.Title => Title,
        Element.MainRecipients => MainRecipients,
        Element.CopyRecipients => CopyRecipients,
        Element.Body => Body,
        Element.AttachmentList => AttachmentList[item],
        Element.AnnexTitle => Annexes[item].Title,
        Element.Annex => Annexes[item].Text,
        _ => AttachmentTitles[item],
    };

    private static IEnumerable<Passage> Of(Element element, string wording, int item = 0)
    {
        var (start, number) = (0, 0);
        foreach (var paragraph in wording.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(paragraph))
                yield return new(element, item, number, start, paragraph.TrimEnd('\r'));
            start += paragraph.Length + 1;
        }
    }
}

/// <summary>An annex: title and text, paragraphs by line feed.</summary>
public sealed record AnnexText(string Title, string Text);
