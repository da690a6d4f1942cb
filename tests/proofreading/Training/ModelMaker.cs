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
        Console.WriteLine($"confusions in {t.Elapsed}");
    }

    public IReadOnlyList<Sentence> Trained { get; }

    public Counting Counts => _counts;

    public Confusions Confusions { get; }

    public string Phrases() => new PhraseList(_counts, [.. _documents, .. Trained.Select(s => s.Right)]).Make();

    public (double[] Quick, Forest Forest) Fit()
    {
        var t = System.Diagnostics.Stopwatch.StartNew();
        var fit = new Fit(Evidence.Size);
        var random = new Random(1);
        EachExample(random, 24, (row, right, _) => fit.Add(row, right));
        Console.WriteLine($"{fit.Count} rows {t.Elapsed}");
        var quick = fit.Weights(4);
        var grow = new Grow(Evidence.Size);
        var lost = 0;
        EachExample(new Random(2), 2, (row, right, weight) =>
        {
            if (CharacterModel.QuickJudge(quick, row))
                grow.Add(row, right, weight);
            else if (right)
                lost++;
        });
        Console.WriteLine($"{grow.Count} rows left, {lost} right ones lost {t.Elapsed}");
        var forest = grow.Forest(160);
        Console.WriteLine($"grown {t.Elapsed}");
        return (quick, forest);
    }

    internal delegate void Example(ReadOnlySpan<double> row, bool right, float weight);

    private void EachExample(Random random, int everyOf, Example take)
    {
        foreach (var sentence in Trained)
        {
            _counts.Without(sentence.Right);
            Add(take, sentence.Wrong, sentence.Right, 1);
            if (sentence.Wrong == sentence.Right)
                Add(take, Spoil(sentence.Right, random), sentence.Right, 1);
        }
        var paragraphs = 0;
        foreach (var text in _documents)
        {
            _counts.Without(text);
            foreach (var paragraph in text.Split('\n'))
                if (paragraphs++ % everyOf == 0)
                    Add(take, paragraph, paragraph, 1);
                else if (paragraphs % everyOf == 1)
                    Add(take, Spoil(paragraph, random), paragraph, 1);
        }
        _counts.Without(null);
    }

    // Errors as the training sentences have them: one character in forty, most by sound.
    private string Spoil(string text, Random random)
    {
        var spoilt = text.ToCharArray();
        for (var i = 0; i < spoilt.Length; i++)
            if (Line.IsHan(spoilt[i]) && random.Next(40) == 0)
            {
                var wanted = random.Next(10) switch { < 6 => Likeness.Sound, < 8 => Likeness.NearSound, _ => Likeness.Shape };
                var others = Confusions.Of(spoilt[i]).Where(o => (o.Likeness & wanted) != 0).ToArray();
                if (others.Length > 0)
                    spoilt[i] = others[random.Next(others.Length)].Other;
            }
        return new(spoilt);
    }

    private void Add(Example take, string wrong, string right, float weight)
    {
        var evidence = new Evidence(_counts);
        var line = new Line(wrong);
        Span<double> row = stackalloc double[Evidence.Size];
        for (var at = 1; at < line.Length - 1; at++)
        {
            var old = line.Units[at];
            if (!Line.IsHan(old) || evidence.IsAtHome(line.Units, at))
                continue;
            evidence.Turn(line.Units, at);
            var standing = evidence.Here();
            foreach (var (other, likeness) in Confusions.Of(old))
            {
                line.Units[at] = other;
                if (evidence.IsPossible(line.Units, at))
                {
                    Evidence.Fill(row, standing, evidence.Here(), likeness);
                    take(row, right[line.OffsetOf(at)] == other, weight);
                }
                line.Units[at] = old;
            }
        }
    }

    private static string Without(HashSet<string> held, string text) =>
        string.Join('\n', text.Split('\n').Where(p => !held.Any(h => p.Contains(h, StringComparison.Ordinal))));
}
