using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Backoffice.Document.V1;
using Backoffice.Platform.Search;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>When two documents are one, or probably one. Keys are folded, so that the accidents of print do not count.</summary>
internal static partial class LikelyDuplicate
{
    public static string NumberKeyOf(string documentNumber) => Fold(documentNumber);

    /// <summary>Number, organ and year; empty when number or organ is not known.</summary>
    public static string DuplicateKeyOf(Particulars particulars)
    {
        var (number, organ) = (Fold(particulars.DocumentNumber), OrganOf(particulars));
        if (number.Length == 0 || organ.Length == 0)
            return "";
        // Most numbers have their year in them; 第12号令 counts in the year it was issued.
        var year = Year().IsMatch(particulars.DocumentNumber.Normalize(NormalizationForm.FormKC)) ? null : particulars.IssueDate?.Year;
        return Hash(organ, number, year?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>Empty when the title alone is known: many documents of different years share a title.</summary>
    public static string TitleKeyOf(Particulars particulars) => particulars.Title.Length == 0 || (particulars.Issuer.Length == 0 && particulars.IssueDate is null)
        ? ""
        : Hash(Fold(particulars.Title), Fold(particulars.Issuer), particulars.IssueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Title and organ, of whatever date; empty when either is not known.</summary>
    public static string SubjectKeyOf(Particulars particulars)
    {
        var (title, organ) = (Fold(particulars.Title), OrganOf(particulars));
        return title.Length == 0 || organ.Length == 0 ? "" : Hash(title, organ);
    }

    /// <summary>In what a document resembles one that is registered; null when in nothing that its particulars tell.</summary>
    /// <param name="document">The document.</param>
    /// <param name="other">The one that is registered.</param>
    /// <param name="since">How far back the same title of the same organ is a resemblance.</param>
    public static ResemblanceKind? Between(IncomingDocument document, IncomingDocument other, DateTimeOffset since) =>
        other.State == IncomingDocumentState.SignedFor ? null
        : AreSame(document.DuplicateKey, other.DuplicateKey) ? ResemblanceKind.Duplicate
        : AreSame(document.NumberKey, other.NumberKey) ? ResemblanceKind.SameNumber
        : AreSame(document.TitleKey, other.TitleKey) ? ResemblanceKind.SameTitle
        : AreSame(document.SubjectKey, other.SubjectKey) && other.RegisterTime >= since ? ResemblanceKind.SameTitleLately
        : null;

    /// <summary>In words for the refusal.</summary>
    public static string Why(ResemblanceKind kind) => kind == ResemblanceKind.SameNumber
        ? "发文字号相同 (same document number)"
        : "标题、发文机关和成文日期相同 (same title, issuer and date)";

    private static bool AreSame(string? one, string? other) => !string.IsNullOrEmpty(one) && one == other;

    // Whoever delivers a document is its organ where the issuer is not stated.
    private static string OrganOf(Particulars particulars) => Fold(particulars.Issuer.Length > 0 ? particulars.Issuer : particulars.Sender);

    private static string Hash(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    private static string Fold(string text) => string.Concat(Terms.Runs(text));

    [GeneratedRegex("(?:19|20)[0-9]{2}[〕\\])】年]", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
