using Backoffice.Platform.Errors;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>One field of the particulars: its name in the contract, whether a message states it, and how it is taken over.</summary>
internal sealed record ParticularsField(string Name, Func<V1.IncomingDocument, bool> IsStated, Action<V1.IncomingDocument, Particulars> Copy);

/// <summary>Which particulars an update may name, and how each is taken over.</summary>
internal static class ParticularsMask
{
    public const string Body = "body";
    public const string Readers = "readers";

    public static IReadOnlyList<ParticularsField> Fields { get; } =
    [
        new("title", m => m.Title.Length > 0, (m, p) => p.Title = m.Title),
        new("document_number", m => m.DocumentNumber.Length > 0, (m, p) => p.DocumentNumber = m.DocumentNumber),
        new("issuer", m => m.Issuer.Length > 0, (m, p) => p.Issuer = m.Issuer),
        new("issue_date_text", m => m.IssueDateText.Length > 0, (m, p) => p.IssueDateText = m.IssueDateText),
        new("issue_date", m => m.IssueDate is not null, (m, p) => p.IssueDate = m.IssueDate?.ToDay()),
        new("genre", m => m.Genre != V1.DocumentGenre.Unspecified, (m, p) => p.Genre = m.Genre),
        new("main_recipients", m => m.MainRecipients.Length > 0, (m, p) => p.MainRecipients = m.MainRecipients),
        new("copy_recipients", m => m.CopyRecipients.Length > 0, (m, p) => p.CopyRecipients = m.CopyRecipients),
        new("attachment_titles", m => m.AttachmentTitles.Count > 0, (m, p) => p.AttachmentTitles = [.. m.AttachmentTitles]),
        new("urgency", m => m.Urgency != V1.Urgency.Unspecified, (m, p) => p.Urgency = m.Urgency),
        new("sender", m => m.Sender.Length > 0, (m, p) => p.Sender = m.Sender),
        new("copy_count", m => m.CopyCount > 0, (m, p) => p.CopyCount = m.CopyCount == 0 ? 1 : m.CopyCount),
    ];

    private static readonly Dictionary<string, ParticularsField> ByName = Fields.ToDictionary(f => f.Name);

    /// <summary>Refuses a mask that names what cannot be changed.</summary>
    public static IReadOnlyList<string> Check(FieldMask mask)
    {
        foreach (var path in mask.Paths)
        {
            if (path is not (Body or Readers) && !ByName.ContainsKey(path))
                throw PlatformErrors.InvalidUpdateMask(path);
        }
        return [.. mask.Paths.Distinct()];
    }

    /// <summary>The fields a mask names, without body and readers.</summary>
    public static IEnumerable<ParticularsField> Of(IEnumerable<string> paths) => paths.Where(ByName.ContainsKey).Select(p => ByName[p]);
}
