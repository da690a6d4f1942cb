using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backoffice.Host.Import;

/// <summary>
/// The refused lines of a file, each with its number and the reason, and nothing of what it says: it may be refused because
/// it must not be kept.
/// </summary>
internal sealed class RefusalReport(string path)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many lines are in it, those of a run that was stopped included.</summary>
    public int Count { get; private set; }

    public long Bytes => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Begins, or goes on behind what a stopped run had written when it set its mark; what lies further is of lines that are sent again.</summary>
    public void Open(long bytes)
    {
        if (bytes == 0)
            File.Delete(path);
        if (!File.Exists(path))
            return;
        using (var file = File.OpenWrite(path))
            file.SetLength(Math.Min(bytes, file.Length));
        Count = File.ReadLines(path).Count();
    }

    public async Task AddAsync(Line line, string reason, string message)
    {
        Count++;
        await File.AppendAllTextAsync(path, JsonSerializer.Serialize(new { line = line.Number, reason, message }, Readable) + "\n");
    }
}
