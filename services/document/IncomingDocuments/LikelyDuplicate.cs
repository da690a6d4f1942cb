using System.Security.Cryptography;
using System.Text;
using Backoffice.Platform.Search;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>When two documents are probably one: the same number, or the same title, issuer and date.</summary>
internal static class LikelyDuplicate
{
    public static string NumberKeyOf(Particulars particulars) => NumberKeyOf(particulars.DocumentNumber);

    public static string NumberKeyOf(string documentNumber) => Fold(documentNumber);

    /// <summary>Empty when the title alone is known: many documents of different years share a title.</summary>
    public static string TitleKeyOf(Particulars particulars)
    {
        if (particulars.Title.Length == 0 || (particulars.Issuer.Length == 0 && particulars.IssueDate is null))
            return "";
        var text = $"{Fold(particulars.Title)}\n{Fold(particulars.Issuer)}\n{particulars.IssueDate:yyyy-MM-dd}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Why the two are probably one, in words for the refusal.</summary>
    public static string Why(IncomingDocument one, IncomingDocument other) =>
        one.NumberKey.Length > 0 && one.NumberKey == other.NumberKey ? "发文字号相同 (same document number)" : "标题、发文机关和成文日期相同 (same title, issuer and date)";

    private static string Fold(string text) => string.Concat(Terms.Runs(text));
}
