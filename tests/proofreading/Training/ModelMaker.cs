using System.Globalization;
using Backoffice.Proofreading.Characters;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Makes the model of characters from the training half of the given data.</summary>
internal sealed class ModelMaker
{
    private const int LongestWord = 5;

    // A term of official writing is taken to be about as frequent as a fairly common word.
    private const double SeenOfTerm = 50;
    private const double LeastSeen = 3;

    // Shorter sentences stand in other texts by chance.
    private const int Telling = 8;

    private readonly List<string> _documents;

    public ModelMaker()
    {
        var sentences = Sources.Sets.SelectMany(Sources.Sentences).ToArray();
        var held = sentences.Select(s => s.Right).Where(r => Sources.IsHeldOut(r) && r.Length >= Telling).ToHashSet();
        Trained = [.. sentences.Where(s => !Sources.IsHeldOut(s.Right))];
        _documents = [.. Sources.Documents().Where(d => !Sources.IsHeldOut(d.Id)).Select(d => $"{d.Title}\n{d.Body}").Append(string.Join('\n', Sources.Rows("proofreading/titles-policies.txt"))).Select(t => Without(held, t))];
        foreach (var text in Texts)
            Counts.Add(text);
        foreach (var (word, seen) in Words().Where(w => w.Word.Length <= LongestWord && w.Word.All(Line.IsHan)))
            Counts.AddWord(word, seen);
        Confusions = ConfusionSets.Read(Texts.SelectMany(t => t).Where(Line.IsHan).ToHashSet());
    }

    public IReadOnlyList<Sentence> Trained { get; }

    public Counting Counts { get; } = new();

    public Confusions Confusions { get; }

    private IEnumerable<string> Texts => _documents.Concat(Trained.Select(s => s.Right).Distinct());

    public string Phrases() => new PhraseList(Counts, [.. Texts]).Make();

    /// <summary>First weights by which most replacements are dismissed, then trees for the rest.</summary>
    public (double[] Quick, Forest Forest) Fit()
    {
        var fit = new Fit(Evidence.Size);
        EachExample(new Random(1), everyOf: 24, fit.Add);
        var quick = fit.Weights(rounds: 4);
        var grow = new Grow(Evidence.Size);
        EachExample(new Random(2), everyOf: 2, (row, right) =>
        {
            if (CharacterModel.QuickJudge(quick, row))
                grow.Add(row, right);
        });
        return (quick, grow.Forest(trees: 160));
    }

    private static IEnumerable<(string Word, double Seen)> Words() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data/words.txt")).Select(r => r.Split(' ')).Select(c => (c[0], double.Parse(c[1], CultureInfo.InvariantCulture))).Where(w => w.Item2 >= LeastSeen)
            .Concat(Sources.Rows("proofreading/terms-official-writing.tsv").Select(r => (r.Split('\t')[0], SeenOfTerm)));

    internal delegate void Example(ReadOnlySpan<double> row, bool right);

    private void EachExample(Random random, int everyOf, Example take)
    {
        foreach (var sentence in Trained)
        {
            Counts.Without(sentence.Right);
            Add(take, sentence.Wrong, sentence.Right);
            if (sentence.Wrong == sentence.Right)
                Add(take, Spoil(sentence.Right, random), sentence.Right);
        }
        var paragraphs = 0;
        foreach (var text in _documents)
        {
            Counts.Without(text);
            foreach (var paragraph in text.Split('\n'))
                if (paragraphs++ % everyOf == 0)
                    Add(take, paragraph, paragraph);
                else if (paragraphs % everyOf == 1)
                    Add(take, Spoil(paragraph, random), paragraph);
        }
        Counts.Without(null);
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

    private void Add(Example take, string wrong, string right)
    {
        var evidence = new Evidence(Counts);
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
                    take(row, right[line.OffsetOf(at)] == other);
                }
                line.Units[at] = old;
            }
        }
    }

    private static string Without(HashSet<string> held, string text) =>
        string.Join('\n', text.Split('\n').Where(p => !held.Any(h => p.Contains(h, StringComparison.Ordinal))));
}
