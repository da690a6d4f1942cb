using System.Runtime.CompilerServices;
using System.Text;

namespace Backoffice.Host.Import;

/// <summary>A line of a file: its number from 1, its text, and the byte behind it.</summary>
internal sealed record Line(int Number, string Text, long End);

/// <summary>Reads a file line by line with byte positions, so that a run can go on where another stopped. A blank line counts and holds nothing.</summary>
internal static class Lines
{
    public static async IAsyncEnumerable<Line> ReadAsync(string path, long from, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var (number, end) = (0, 0L);
        while (await reader.ReadLineAsync(stop) is { } text)
        {
            number++;
            end += Encoding.UTF8.GetByteCount(text) + 1;
            if (end > from && !string.IsNullOrWhiteSpace(text))
                yield return new Line(number, text, end);
        }
    }
}
