using System.Text;
using System.Text.Json;
using Backoffice.Testing;

namespace Backoffice.Bench.Texts;

/// <summary>
/// Makes text in which pairs of characters follow each other as often as in the real documents, in lengths that real
/// documents have: a chain of the second order, seeded, so that every run gets the same texts.
/// </summary>
internal sealed class RealWords
{
    private const char End = '\0';

    private readonly Dictionary<(char, char), List<char>> _follow = [];
    private readonly List<string> _bodies = [];
    private readonly List<string> _titles = [];
    private readonly List<string> _issuers = [];

    /// <summary>What the texts are made after.</summary>
    public IReadOnlyList<string> Bodies => _bodies;

    public IReadOnlyList<string> Titles => _titles;

    public static RealWords Read()
    {
        var words = new RealWords();
        foreach (var line in File.ReadLines(RepositoryFiles.Path("tests/data/official-documents.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            words._titles.Add(json.RootElement.GetProperty("title").GetString()!);
            words._bodies.Add(json.RootElement.GetProperty("body").GetString()!);
            words._issuers.Add(json.RootElement.GetProperty("issuer").GetString() ?? "办公厅");
        }
        foreach (var text in words._bodies)
            words.Learn(text);
        return words;
    }

    public string Title(Random random) => Make(random, Pick(random, _titles).Length).Replace("\n", "", StringComparison.Ordinal);

    public string Issuer(Random random) => Pick(random, _issuers);

    /// <param name="longest">0 lets a body be as long as a real one.</param>
    public string Body(Random random, int longest = 0)
    {
        var length = Pick(random, _bodies).Length;
        return Make(random, longest > 0 ? Math.Min(length, longest) : length);
    }

    private void Learn(string text)
    {
        var (before, last) = (End, End);
        foreach (var next in text.Append(End))
        {
            if (!_follow.TryGetValue((before, last), out var followers))
                _follow.Add((before, last), followers = []);
            followers.Add(next);
            (before, last) = (last, next);
        }
    }

    private string Make(Random random, int length)
    {
        var text = new StringBuilder(length);
        var (before, last) = (End, End);
        while (text.Length < length)
        {
            var next = Pick(random, _follow[(before, last)]);
            if (next == End)
                (before, last) = (End, End);
            else
            {
                text.Append(next);
                (before, last) = (last, next);
            }
        }
        return text.ToString();
    }

    private static T Pick<T>(Random random, List<T> items) => items[random.Next(items.Count)];
}
