namespace Backoffice.Proofreading.Characters;

/// <summary>A character that is likely not the one that was meant.</summary>
/// <param name="Offset">In UTF-16 units from the start of the paragraph.</param>
/// <param name="Meant">The likeliest in its place.</param>
/// <param name="Chance">That it is the right one.</param>
internal readonly record struct Misspelling(int Offset, char Written, char Meant, double Chance);

/// <summary>Finds characters that were taken for others (错别字), for the paragraphs of one text.</summary>
internal sealed class Misspellings(CharacterModel model)
{
    // Least chance for a finding at all, and for a correction that its neighbours are judged with.
    private const double Notable = 0.5;
    private const double Sure = 0.6;
    // Names are often two characters that stand together nowhere else, so that of a pair nothing more is said.
    private const double SurePair = 0.9;
    private const double Suspected = 0.55;

    private const double CommonWord = 40;

    // Every pair is tried with every other; a text of nothing but strange pairs is not read for ever.
    private const int MostPairs = 5000;

    // As far as one character changes how another reads.
    private const int Reach = 3;

    private int _pairs;

    public IReadOnlyList<Misspelling> In(string paragraph)
    {
        var line = new Line(paragraph);
        var evidence = new Evidence(model.Counts);
        var found = new SortedDictionary<int, Misspelling>();
        var corrected = new List<int>();
        for (var at = 1; at < line.Length - 1; at++)
            Look(at);
        // Where one error stands beside another, the second shows once the first is mended.
        for (var round = 0; round < 2 && corrected.Count > 0; round++)
        {
            var beside = corrected.SelectMany(c => Enumerable.Range(c - Reach, 2 * Reach + 1)).Where(at => at > 0 && at < line.Length - 1 && !found.ContainsKey(at)).Distinct().Order().ToArray();
            corrected.Clear();
            foreach (var at in beside)
                Look(at);
        }
        return [.. found.Values.Where(f => f.Chance >= Notable)];

        void Look(int at)
        {
            if (!Line.IsHan(line.Units[at]) || evidence.IsAtHome(line.Units, at))
                return;
            if (Best(line, at, evidence) is { Chance: >= Notable } one)
                Keep(at, one);
            else if (at + 2 < line.Length && BestPair(line, at, evidence) is { } two)
            {
                Keep(at, two.First);
                Keep(at + 1, two.Second);
            }
        }

        void Keep(int at, Misspelling misspelling)
        {
            found[at] = misspelling;
            if (misspelling.Chance < Sure)
                return;
            line.Units[at] = misspelling.Meant;
            corrected.Add(at);
        }
    }

    private Misspelling? Best(Line line, int at, Evidence evidence)
    {
        Span<double> figures = stackalloc double[Evidence.Size];
        var (units, written) = (line.Units, line.Units[at]);
        Evidence.Standing? standing = null;
        var best = new Misspelling(line.OffsetOf(at), written, written, 0);
        foreach (var (other, likeness) in model.Confusions.Of(written))
        {
            units[at] = other;
            if (!evidence.IsPossible(units, at))
                continue;
            if (standing is null)
            {
                units[at] = written;
                evidence.Turn(units, at);
                standing = evidence.Here();
                units[at] = other;
            }
            Evidence.Fill(figures, standing.Value, evidence.Here(), likeness);
            if (model.Judge(figures) is var chance && chance > best.Chance)
                best = best with { Meant = other, Chance = chance };
        }
        units[at] = written;
        return best.Chance > 0 ? best : null;
    }

    // Two wrong characters in one word hide each other: 征服 for 政府.
    private (Misspelling First, Misspelling Second)? BestPair(Line line, int at, Evidence evidence)
    {
        var units = line.Units;
        var (first, second) = (units[at], units[at + 1]);
        if (_pairs >= MostPairs || !Line.IsHan(second) || model.Counts.OfRun(units.AsSpan(at, 2)) > 0 || model.Counts.OfWord(units.AsSpan(at, 2)) > 0)
            return null;
        Span<double> figures = stackalloc double[Evidence.Size];
        evidence.Turn(units, at);
        var standing = evidence.Here();
        if (standing.Word > 0 || standing.Triples > 0)
            return null;
        _pairs++;
        var (best, meant) = (0.0, (First: first, Second: second));
        foreach (var (one, likeness) in model.Confusions.Of(first).Where(c => (c.Likeness & Likeness.Sound) != 0))
        {
            units[at] = one;
            foreach (var (two, _) in model.Confusions.Of(second).Where(c => (c.Likeness & Likeness.Sound) != 0))
            {
                units[at + 1] = two;
                if (model.Counts.OfRun(units.AsSpan(at, 2)) < CommonWord || model.Counts.OfWord(units.AsSpan(at, 2)) < CommonWord || !evidence.IsFollowed(units, at))
                    continue;
                // What follows is another word now.
                evidence.Turn(units, at);
                Evidence.Fill(figures, standing, evidence.Here(), likeness);
                if (model.Judge(figures) is var chance && chance > best)
                    (best, meant) = (chance, (one, two));
            }
        }
        (units[at], units[at + 1]) = (first, second);
        return best >= SurePair ? (new(line.OffsetOf(at), first, meant.First, Suspected), new(line.OffsetOf(at + 1), second, meant.Second, Suspected)) : null;
    }
}
