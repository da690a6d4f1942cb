using System.Globalization;
using System.Text.Json;
using Backoffice.Proofreading.Tests.Training;

namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>A published document as the collection describes it.</summary>
internal sealed record PublishedDocument(string Id, string Title, string Body, string Kind, string Issuer, string Level, string MainRecipients, DateOnly Issued)
{
    public static IReadOnlyList<PublishedDocument> Read() =>
        [.. from row in Sources.Rows("official-documents/official-documents.jsonl")
            let json = JsonDocument.Parse(row).RootElement
            select new PublishedDocument(Text(json, "id"), Text(json, "title"), Text(json, "body"), Text(json, "kind"), Text(json, "issuer"), Text(json, "issuer_level"), Text(json, "main_recipients"),
                DateOnly.TryParse(Text(json, "issued_date_iso"), CultureInfo.InvariantCulture, out var day) ? day : default)];

    private static string Text(JsonElement json, string field) => json.GetProperty(field).GetString() ?? "";
}
