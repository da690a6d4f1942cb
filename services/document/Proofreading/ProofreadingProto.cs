using Backoffice.Document.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using ProofFinding = Backoffice.Proofreading.Findings.ProofFinding;

namespace Backoffice.Document.Proofreading;

/// <summary>Between the contract's messages and the library.</summary>
internal static class ProofreadingProto
{
    public static ProofText ToProofText(this OutgoingDocument document) => new()
    {
        Title = document.Draft.Title,
        MainRecipients = document.Draft.MainRecipients,
        CopyRecipients = document.Draft.CopyRecipients,
        Body = document.Text.Body,
        AttachmentList = document.Draft.AttachmentList,
        AttachmentTitles = document.Draft.AttachmentTitles,
        Annexes = [.. document.AnnexesInOrder.Select(a => new AnnexText(a.Title, a.Text))],
        Enclosed = Enclosures.Of(document),
    };

    /// <param name="text">What was read.</param>
    public static V1.ProofFinding ToProto(this ProofFinding finding, ProofText text)
    {
        var message = new V1.ProofFinding
        {
            Id = finding.Id,
            Element = (ProofElement)(finding.Place.Element + 1),
            Item = finding.Place.Item,
            Paragraph = finding.Place.Paragraph,
            Offset = finding.Place.Offset,
            Length = finding.Place.Length,
            Kind = (ProofKind)(finding.Kind + 1),
            Certainty = (ProofCertainty)(finding.Certainty + 1),
            Found = finding.Found,
            RuleId = finding.Rule.Id,
            Source = finding.Rule.SourceTitle,
            Article = finding.Rule.Article,
            Message = finding.MessageZh,
            MessageEn = finding.MessageEn,
            Annex = finding.Place.Element is Element.Annex or Element.AnnexTitle ? text.Annexes[finding.Place.Item].Title : "",
        };
        // Absent is not empty: an empty one removes what stands there.
        if (finding.Suggestion is { } suggestion)
            message.Suggestion = suggestion;
        return message;
    }

    /// <summary>The field of the contract that holds an element.</summary>
    public static string ToField(this Element element) => element switch
    {
        Element.Title => "title",
        Element.MainRecipients => "main_recipients",
        Element.CopyRecipients => "copy_recipients",
        Element.Body => "body",
        Element.AttachmentList => "attachment_list",
        Element.Annex or Element.AnnexTitle => "annexes",
        _ => "attachment_titles",
    };
}
