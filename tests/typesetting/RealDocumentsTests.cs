using System.Text.Json;
using Backoffice.Testing;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Layout;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>Published documents of state organs, laid out as if they were issued again.</summary>
public sealed class RealDocumentsTests
{
    [Fact]
    public void Nothing_of_a_real_document_is_lost_and_nothing_leaves_the_text_block() =>
        ShouldBeWhole(Path.Combine(AppContext.BaseDirectory, "data", "official-documents.jsonl"), atLeast: 50);

    [Fact]
    public void The_same_holds_for_the_whole_collection()
    {
        var file = RepositoryFiles.Path("../shared/data/official-documents/official-documents.jsonl");
        Assert.SkipUnless(File.Exists(file), "the collection of real documents is not beside the repository");
        ShouldBeWhole(file, atLeast: 400);
    }

    private static void ShouldBeWhole(string file, int atLeast)
    {
        var count = 0;
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var document = Read(json.RootElement);
            var laid = Setters.Lay(document);
            var id = json.RootElement.GetProperty("id").GetString()!;
            BodyText.Read(document.Body).ToString().ShouldBe(document.Body, id);
            Setters.WithoutBlanks(laid.TextOf(Element.Body)).ShouldBe(Setters.WithoutBlanks(document.Body), id);
            Setters.WithoutBlanks(laid.TextOf(Element.Title)).ShouldBe(Setters.WithoutBlanks(document.Title), id);
            Setters.WithoutBlanks(laid.TextOf(Element.MainRecipients) + laid.TextOf(Element.CopyRecipients)).ShouldContain(Setters.WithoutBlanks(document.MainRecipients), customMessage: id);
            foreach (var page in laid.Pages)
                ShouldBeWithin(page, id);
            count++;
        }
        count.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    private static void ShouldBeWithin(Page page, string id)
    {
        foreach (var item in page.Texts().Where(t => t.Element is not Element.PageNumber && t.Text.Trim().Length > 0))
        {
            (item.Left >= Paper.Left - 0.01 && item.Right <= Paper.Right + 0.01).ShouldBeTrue($"{id} page {page.Number}: {item.Text} {item.Left}-{item.Right}");
            (item.Top >= Paper.Top - 0.01 && item.Bottom <= Paper.Bottom + 0.01).ShouldBeTrue($"{id} page {page.Number}: {item.Text}");
        }
        var tops = page.Texts().Where(t => t.Element == Element.Body).Select(t => Math.Round(t.Baseline, 2)).Distinct().Count();
        tops.ShouldBeLessThanOrEqualTo(24, id);
    }

    private static OfficialDocument Read(JsonElement json)
    {
        var date = Text(json, "issued_date_iso");
        return new()
        {
            Organs = Text(json, "issuer") is { Length: > 0 } issuer ? issuer.Split(['、', ' ', '　'], StringSplitOptions.RemoveEmptyEntries) : ["某机关"],
            DocumentNumber = Text(json, "document_number"),
            Title = Text(json, "title"),
            MainRecipients = Text(json, "main_recipients"),
            Body = Text(json, "body"),
            AttachmentNames = json.TryGetProperty("attachments", out var names) && names.ValueKind == JsonValueKind.Array ? [.. names.EnumerateArray().Select(a => a.GetString()!)] : [],
            Date = date.Length > 0 ? DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) : null,
            CopyRecipients = Text(json, "copied_to"),
            PrintingOrgan = "某机关办公室",
            PrintingDate = new(2026, 3, 5),
        };
    }

    private static string Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
