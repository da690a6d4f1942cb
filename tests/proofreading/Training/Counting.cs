using Backoffice.Proofreading.Characters;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Counts of the training texts; without those of one text while that text is looked at, so that nothing is judged by itself.</summary>
internal sealed class Counting : ICounts
{
    private readonly Dictionary<uint, double> _runs = [];
    private readonly Dictionary<uint, double> _words = [];
    private readonly HashSet<uint> _long = [];
    private Dictionary<uint, double> _without = [];

    public double Characters { get; private set; }

    public void Add(string text)
    {
        foreach (var paragraph in text.Split('\n'))
            Each(paragraph, (key, length) =>
            {
                _runs[key] = _runs.GetValueOrDefault(key) + 1;
                if (length == 4)
                    _long.Add(key);
            });
        Characters += text.Length;
    }

    public void AddWord(string word, double seen)
    {
        var key = PackedCounts.KeyOfWord(word);
        _words[key] = Math.Max(_words.GetValueOrDefault(key), seen);
    }

    public void Without(string? text)
    {
        _without = [];
        foreach (var paragraph in text?.Split('\n') ?? [])
            Each(paragraph, (key, _) => _without[key] = _without.GetValueOrDefault(key) + 1);
    }

    public double OfRun(ReadOnlySpan<char> run)
    {
        var key = PackedCounts.KeyOfRun(run);
        var count = _runs.GetValueOrDefault(key) - _without.GetValueOrDefault(key);
        return count < 1 || (run.Length == 4 && count < 2) ? 0 : Math.Pow(2, PackedCounts.PowerOf(count) / 8.0);
    }

    public double OfWord(ReadOnlySpan<char> word) => _words.GetValueOrDefault(PackedCounts.KeyOfWord(word)) is > 0 and var seen ? Math.Pow(2, PackedCounts.PowerOf(seen) / 8.0) : 0;

    public byte[] Pack() => PackedCounts.Pack(_runs.Where(r => r.Value > 1 || !_long.Contains(r.Key)).Concat(_words).DistinctBy(c => c.Key), Characters);

    private static void Each(string paragraph, Action<uint, int> add)
    {
        var line = new Line(paragraph).Units;
        for (var start = 0; start < line.Length; start++)
            for (var length = 1; length <= 4 && start + length <= line.Length; length++)
            {
                add(PackedCounts.KeyOfRun(line.AsSpan(start, length)), length);
                if (length > 1 && line[start + length - 1] == Line.Bar)
                    break;
            }
    }
}
