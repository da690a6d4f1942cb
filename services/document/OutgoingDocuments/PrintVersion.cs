using Backoffice.Document.Matters;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Backoffice.Typesetting.Documents;
using Carrier = Backoffice.Document.V1.Carrier;
using RoutingDirection = Backoffice.Document.V1.RoutingDirection;

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
            Organs = [draft.Genre == DocumentGenre.Minutes ? $"{organ}会议" : organ, .. draft.MainOrganMark ? [] : document.JointInOrder.Select(j => j.Organ)],
            Secrecy = document.SecrecyPrinted,
            Urgency = draft.Urgency.Mark(),
            DocumentNumber = document.DocumentNumber ?? "",
            // 签发人 is shown on upward documents (条例 第9条(六)).
            Signers = draft.Direction == RoutingDirection.Upward && document.IsSigned ? document.SignersInOrder : [],
            Title = draft.Title,
            MainRecipients = draft.MainRecipients,
            Body = document.Text.Body,
            AttachmentNames = draft.AttachmentList,
            Annexes = [.. document.AnnexesInOrder.Select(a => new Typesetting.Documents.Annex(a.Title, a.Text) { Number = NumberOf(draft.AttachmentList, a.Title) })],
            Signatories = [organ, .. document.JointInOrder.Select(j => j.Organ)],
            // 电报 goes without seal (条例 第9条(十三)).
            Seal = draft.Carrier == Carrier.Telegram ? SealKind.None : SealKind.OrganSeal,
            Date = document.FinalDay,
            CopyRecipients = draft.CopyRecipients,
            PrintingOrgan = $"{organ}办公室",
            PrintingDate = printed,
        };
    }

    // 顺序号 as listed: an attachment that is a file is counted too.
    private static int? NumberOf(IReadOnlyList<string> listed, string title) => listed.Count > 1 && Enclosure.PlaceOf(listed, title) is >= 0 and var place ? place + 1 : null;

    private static PageFormat FormatOf(DocumentGenre genre) => genre switch
    {
        DocumentGenre.Letter => PageFormat.Letter,
        DocumentGenre.Order => PageFormat.Order,
        DocumentGenre.Minutes => PageFormat.Minutes,
        _ => PageFormat.Standard,
    };
}
