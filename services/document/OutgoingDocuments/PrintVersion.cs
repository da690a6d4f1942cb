using Backoffice.Document.V1;
using Backoffice.Typesetting.Documents;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The elements of a document as they are printed: what is shown while it is drafted, and frozen when it is printed.</summary>
internal static class PrintVersion
{
    public const string MediaType = "application/pdf";

    /// <param name="printed">印发日期; null before it is printed.</param>
    public static OfficialDocument Of(OutgoingDocument document, string organ, DateOnly? printed)
    {
        var draft = document.Draft;
        return new OfficialDocument
        {
            Format = FormatOf(draft.Genre),
            Organs = [draft.Genre == DocumentGenre.Minutes ? $"{organ}会议" : organ],
            Secrecy = document.SecrecyPrinted,
            Urgency = draft.Urgency switch { Urgency.ExtraUrgent => "特急", Urgency.Urgent => "加急", _ => "" },
            DocumentNumber = document.DocumentNumber ?? "",
            // 签发人 is shown on upward documents (条例 第9条(六)).
            Signers = draft.Direction == RoutingDirection.Upward && document.Signature is { } signed ? [signed.DisplayName] : [],
            Title = draft.Title,
            MainRecipients = draft.MainRecipients,
            Body = document.Text.Body,
            AttachmentNames = draft.AttachmentList,
            Signatories = [organ],
            Date = document.Signature?.Day,
            CopyRecipients = draft.CopyRecipients,
            PrintingOrgan = $"{organ}办公室",
            PrintingDate = printed,
        };
    }

    private static PageFormat FormatOf(DocumentGenre genre) => genre switch
    {
        DocumentGenre.Letter => PageFormat.Letter,
        DocumentGenre.Order => PageFormat.Order,
        DocumentGenre.Minutes => PageFormat.Minutes,
        _ => PageFormat.Standard,
    };
}
