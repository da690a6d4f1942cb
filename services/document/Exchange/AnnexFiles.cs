using System.Text;
using Backoffice.Document.OutgoingDocuments;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Exchange;

/// <summary>附件 that are bound with a document, each as a text file: title, then what it says.</summary>
internal static class AnnexFiles
{
    // With number and ending, a name that every file system takes.
    private const int LongestTitle = 60;

    public static IEnumerable<(string FileName, byte[] Content)> Of(OutgoingDocument document) =>
        document.AnnexesInOrder.Select(a => ($"附件{a.Position + 1} {Named(a.Title)}.txt", Encoding.UTF8.GetBytes($"{a.Title}\n\n{a.Text}")));

    private static string Named(string title)
    {
        var runes = title.Trim().EnumerateRunes().Where(r => !Rune.IsControl(r) && r.Value is not ('/' or '\\'));
        return string.Concat(runes.Take(LongestTitle));
    }
}
