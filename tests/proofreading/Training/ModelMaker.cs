using Backoffice.Proofreading.Characters;
using Backoffice.Testing;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Makes the model of characters from the training half of the given data.</summary>
internal sealed class ModelMaker
{
    private readonly Counting _counts = new();
    private readonly List<string> _documents = [];

    public ModelMaker()
    {
        var held = Sources.Sentences("odw").Concat(Sources.Sentences("law")).Select(s => s.Right).Where(Sources.IsHeldOut).Where(s => s.Length >= 8).ToHashSet();
        var t = System.Diagnostics.Stopwatch.StartNew();
        foreach (var (id, title, body) in Sources.Documents().Where(d => !Sources.IsHeldOut(d.Id)))
            _documents.Add(Without(held, $"{title}\n{body}"));
        _documents.Add(Without(held, string.Join('\n', Sources.Rows("proofreading/titles-policies.txt"))));
        Trained = [.. Sources.Sentences("odw").Concat(Sources.Sentences("law")).Where(s => !Sources.IsHeldOut(s.Right))];
        foreach (var text in _documents.Concat(Trained.Select(s => s.Right).Distinct()))
            _counts.Add(text);
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data/words.txt")))
        {
            var columns = row.Split(' ');
            if (columns[0].Length <= 5 && columns[0].All(Line.IsHan) && double.Parse(columns[1]) is >= 3 and var seen)
                _counts.AddWord(columns[0], seen);
        }
        foreach (var row in Sources.Rows("proofreading/terms-official-writing.tsv"))
            if (row.Split('\t')[0] is { Length: <= 5 } term && term.All(Line.IsHan))
                _counts.AddWord(term, 50);
        Console.WriteLine($"counted {_counts.Characters} in {t.Elapsed}");
        Confusions = ConfusionSets.Read(_documents.SelectMany(d => d).Concat(Trained.SelectMany(s => s.Right)).Where(Line.IsHan).ToHashSet());
        Console.WriteLine($"confusions {Confusions.Sets.Values.Sum(v => v.Count)} in {t.Elapsed}");
    }

    public IReadOnlyList<Sentence> Trained { get; }

    public Counting Counts => _counts;

    public Confusions Confusions { get; }

    public double[] Fit()
    {
        var fit = new Fit(Evidence.Size);
        var t = System.Diagnostics.Stopwatch.StartNew();
        foreach (var sentence in Trained)
        {
            _counts.Without(sentence.Right);
            Add(fit, sentence.Wrong, sentence.Right);
        }
        Console.WriteLine($"{fit.Count} rows of sentences {t.Elapsed}");
        foreach (var text in _documents.Where((_, i) => i % 4 == 0))
        {
            _counts.Without(text);
            foreach (var paragraph in text.Split('\n').Where((_, i) => i % 3 == 0))
                Add(fit, paragraph, paragraph);
        }
        _counts.Without(null);
        Console.WriteLine($"{fit.Count} rows {t.Elapsed}");
        var weights = fit.Weights(6);
        Console.WriteLine(string.Join(' ', weights.Select(w => w.ToString("0.00"))) + $" {t.Elapsed}");
        return weights;
    }

    private void Add(Fit fit, string wrong, string right)
    {
        var evidence = new Evidence(_counts);
        var line = new Line(wrong);
        Span<double> row = stackalloc double[Evidence.Size];
        for (var at = 1; at < line.Length - 1; at++)
        {
            var old = line.Units[at];
            if (!Line.IsHan(old) || evidence.IsAtHome(line.Units, at))
                continue;
            var standing = evidence.Of(line.Units, at);
            foreach (var (other, likeness) in Confusions.Of(old))
            {
                line.Units[at] = other;
                if (evidence.IsPossible(line.Units, at))
                {
                    Evidence.Fill(row, standing, evidence.Of(line.Units, at), likeness);
                    fit.Add(row, right[line.OffsetOf(at)] == other);
                }
                line.Units[at] = old;
            }
        }
    }

    private static string Without(HashSet<string> held, string text) =>
        string.Join('\n', text.Split('\n').Where(p => !held.Any(h => p.Contains(h, StringComparison.Ordinal))));
}
