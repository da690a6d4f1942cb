using System.Globalization;
using System.Text.Json;
using Backoffice.Document.V1;
using Google.Type;

namespace Backoffice.Host.Import;

/// <summary>Reads one line of a collection of published documents. Every wording is taken as it stands.</summary>
internal static class DocumentLine
{
    private static readonly Dictionary<string, DocumentGenre> Genres = new()
    {
        ["决议"] = DocumentGenre.Resolution,
        ["决定"] = DocumentGenre.Decision,
        ["命令(令)"] = DocumentGenre.Order,
        ["公报"] = DocumentGenre.Communique,
        ["公告"] = DocumentGenre.Announcement,
        ["通告"] = DocumentGenre.PublicNotice,
        ["意见"] = DocumentGenre.Opinion,
        ["通知"] = DocumentGenre.Notice,
        ["通报"] = DocumentGenre.Circular,
        ["报告"] = DocumentGenre.Report,
        ["请示"] = DocumentGenre.Request,
        ["批复"] = DocumentGenre.Reply,
        ["议案"] = DocumentGenre.Motion,
        ["函"] = DocumentGenre.Letter,
        ["纪要"] = DocumentGenre.Minutes,
        ["其他"] = DocumentGenre.OfficeText,
    };

    public static bool TryRead(string line, string collection, out IncomingDocument document, out string why)
    {
        (document, why) = (new IncomingDocument(), "");
        try
        {
            using var json = JsonDocument.Parse(line);
            var id = Text(json.RootElement, "id");
            if (id.Length == 0)
            {
                why = "没有 id (no id)";
                return false;
            }
            document = Read(json.RootElement, $"{collection}/{id}");
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            why = "不是 JSON 对象，或字段类型不符 (not a JSON object of the known fields)";
            return false;
        }
    }

    private static IncomingDocument Read(JsonElement json, string source) => new()
    {
        Source = source,
        Title = Text(json, "title"),
        DocumentNumber = Text(json, "document_number"),
        Issuer = Text(json, "issuer"),
        IssueDateText = Text(json, "issued_date"),
        IssueDate = DateOnly.TryParseExact(Text(json, "issued_date_iso"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : null,
        Genre = Genres.GetValueOrDefault(Text(json, "kind")),
        MainRecipients = Text(json, "main_recipients"),
        CopyRecipients = Text(json, "copied_to"),
        AttachmentTitles = { json.TryGetProperty("attachments", out var titles) && titles.ValueKind == JsonValueKind.Array ? titles.EnumerateArray().Select(t => t.GetString() ?? "") : [] },
        Body = Text(json, "body"),
    };

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString()! : "";
}
