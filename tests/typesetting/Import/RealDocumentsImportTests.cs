using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Backoffice.Testing;
using Backoffice.Typesetting.Import;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests.Import;

/// <summary>Published documents read from their plain text, against what their collectors noted of them.</summary>
public sealed partial class RealDocumentsImportTests
{
    [Fact]
    public void Nothing_of_a_real_document_is_lost_and_its_elements_are_found() =>
        ShouldBeFound(Path.Combine(AppContext.BaseDirectory, "data", "official-documents.jsonl"));

    [Fact]
    public void The_same_holds_for_the_whole_collection()
    {
        var file = RepositoryFiles.Path("../shared/data/official-documents/official-documents.jsonl");
        Assert.SkipUnless(File.Exists(file), "the collection of real documents is not beside the repository");
        ShouldBeFound(file);
    }

    private static void ShouldBeFound(string file)
    {
        var (titles, recipients, dates) = (new Tally(), new Tally(), new Tally());
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var (id, body) = (Text(json, "id"), Text(json, "body"));
            var read = DocumentImport.Read(Encoding.UTF8.GetBytes(body), TrackedChanges.Accept).Document;
            ShouldBeWhole(id, body, read);
            // Where line ends are lost, title, recipients and text are one line, and where they were put back the heading of a web page
            // stands above the printed title; a law has its date in a line of its history.
            if (Text(json, "paragraphs") != "kept" || Text(json, "source_set") == "law-database")
                continue;
            titles.Count(id, Text(json, "title"), read.Title);
            recipients.Count(id, Text(json, "main_recipients"), read.MainRecipients);
            dates.Count(id, Text(json, "issued_date"), read.Date);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"titles {titles}\nrecipients {recipients}\ndates {dates}");
        titles.Share.ShouldBeGreaterThan(0.9);
        recipients.Share.ShouldBeGreaterThan(0.9);
        dates.Share.ShouldBeGreaterThan(0.9);
    }

    private static void ShouldBeWhole(string id, string body, ImportedDocument read)
    {
        var found = Setters.WithoutBlanks(string.Join('|', [read.Title, read.MainRecipients, read.Body, .. read.AttachmentNames, .. read.Signatories, read.Date, read.Remark, read.CopyRecipients, .. read.Frame, .. read.Annexes.Select(a => $"{a.Title}|{a.Text}"), read.Trailer]));
        foreach (var line in body.Split('\n').Select(l => Setters.WithoutBlanks(l)))
            found.ShouldContain(Label().Replace(line, "").Trim('（', '）', '(', ')', '：', ':', '。'), customMessage: id);
    }

    private static string Text(JsonDocument json, string field) =>
        json.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // What the list of attachments, their marks and the list of the copies print for themselves.
    [GeneratedRegex("^(?:附件[0-9一二三四五六七八九十]{0,3}(?:[：:]|$)|抄送[：:])?(?:[0-9]{1,2}[.．、])?")]
    private static partial Regex Label();

    private sealed class Tally
    {
        private readonly List<string> _missed = [];
        private int _right;

        public double Share => (double)_right / (_right + _missed.Count);

        public void Count(string id, string noted, string found)
        {
            if (noted.Length == 0)
                return;
            if (Setters.WithoutBlanks(noted) == Setters.WithoutBlanks(found))
                _right++;
            else
                _missed.Add($"{id} {noted} <> {found}");
        }

        public override string ToString() => $"{_right} of {_right + _missed.Count}; {string.Join("\n  ", _missed)}";
    }
}
