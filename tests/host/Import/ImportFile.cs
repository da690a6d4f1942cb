using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backoffice.Host.Tests.Import;

/// <summary>Writes files as `import documents` reads them.</summary>
internal static class ImportFile
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One good line; the word is in its body, to be found by.</summary>
    public static string Line(string id, string word) => JsonSerializer.Serialize(
        new { id, title = $"关于{id}号事项的通知", kind = "通知", issuer = "江州市人民政府办公室", document_number = $"江政办发〔2026〕{id}号", body = $"请各单位认真办理{word}事项。" }, Readable);

    /// <summary>A file of so many good lines; all hold the word.</summary>
    public static string Write(TrialInstallation installation, string collection, int count, string word) =>
        Write(installation, collection, [.. Enumerable.Range(1, count).Select(i => Line($"{collection}-{i}", word))]);

    public static string Write(TrialInstallation installation, string collection, params IEnumerable<string> lines)
    {
        var path = installation.PathOf($"{collection}.jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }
}
