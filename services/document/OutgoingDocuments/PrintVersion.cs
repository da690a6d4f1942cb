using System.Globalization;
using System.Text;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Urgency = Backoffice.Document.V1.Urgency;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The elements of a document in the order of GB/T 9704, as plain text: what is frozen when it is printed, filed and sent.</summary>
internal static class PrintVersion
{
    public static string Of(OutgoingDocument document, string organ, DateOnly printed)
    {
        var draft = document.Draft;
        var text = new StringBuilder();
        if (draft.Urgency != Urgency.Unspecified)
            text.AppendLine(draft.Urgency == Urgency.ExtraUrgent ? "特急" : "加急");
        text.AppendLine($"{organ}文件").AppendLine();
        text.Append(document.DocumentNumber);
        // 签发人 is shown on upward documents (条例 第9条(六)).
        if (draft.Direction == V1.RoutingDirection.Upward)
            text.Append("　签发人：").Append(document.Signature!.DisplayName);
        text.AppendLine().AppendLine().AppendLine(draft.Title).AppendLine();
        if (draft.MainRecipients.Length > 0)
            text.AppendLine($"{draft.MainRecipients}：");
        text.AppendLine(document.Text.Body);
        for (var i = 0; i < draft.AttachmentList.Count; i++)
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "附件：" : "　　　")}{i + 1}.{draft.AttachmentList[i]}"));
        text.AppendLine().AppendLine(organ).AppendLine(FinalDate.Print(document.Signature!.Day)).AppendLine();
        if (draft.CopyRecipients.Length > 0)
            text.AppendLine($"抄送：{draft.CopyRecipients}。");
        text.AppendLine($"{organ}办公室　{FinalDate.Print(printed)}印发");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
