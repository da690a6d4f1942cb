namespace Backoffice.Proofreading.Characters;

/// <summary>What speaks for one character in the place of another, as figures.</summary>
internal sealed class Evidence(ICounts counts)
{
    public const int Size = 26;

    private const int Order = 4;
    private const int Reach = 5;
    private const double WordTotal = 60_000_000;
    private static readonly double[] Prior = [0, 30, 8, 4, 2];

    private readonly double[] _best = new double[2 * Reach + 2];

    /// <summary>What is seen of the character that stands there, whatever else might.</summary>
    public readonly record struct Standing(double Language, double Words, double Pairs, double Triples, double Quads, double Word, double Alone);

    public Standing Of(char[] line, int at) => new(
        Language(line, at), Words(line, at), Pairs(line, at), Longest(line, at, 3), Longest(line, at, 4), Word(line, at), Log(counts.OfRun(line.AsSpan(at, 1))));

    /// <summary>Whether the character is at home where it stands, so that nothing else need be tried.</summary>
    public bool IsAtHome(char[] line, int at)
    {
        var seen = 0;
        for (var start = Math.Max(0, at - 2); start <= at && start + 3 <= line.Length; start++)
            if (InOne(line, start, 3, at) && counts.OfRun(line.AsSpan(start, 3)) is >= 2 and var here)
                seen += here >= 3 && (counts.OfWord(line.AsSpan(at - 1, 2)) > 20 || counts.OfWord(line.AsSpan(at, 2)) > 20) ? 2 : 1;
        return seen >= 2;
    }

    /// <summary>Whether the character was ever seen with two of its neighbours here, or makes a word with one.</summary>
    public bool IsPossible(char[] line, int at) =>
        counts.OfRun(line.AsSpan(at - 1, 3)) > 0
        || (counts.OfRun(line.AsSpan(at - 1, 2)) > 0 && (counts.OfWord(line.AsSpan(at - 1, 2)) > 0 || (at > 1 && counts.OfRun(line.AsSpan(at - 2, 3)) > 0)))
        || (counts.OfRun(line.AsSpan(at, 2)) > 0 && (counts.OfWord(line.AsSpan(at, 2)) > 0 || (at + 2 < line.Length && counts.OfRun(line.AsSpan(at, 3)) > 0)));

    /// <summary>Whether the word of two characters that begins here was seen more than once with what is before or after it.</summary>
    public bool IsFollowed(char[] line, int at) => counts.OfRun(line.AsSpan(at - 1, 3)) > 1 || counts.OfRun(line.AsSpan(at, 3)) > 1;

    public static void Fill(Span<double> into, in Standing old, in Standing now, Likeness likeness)
    {
        var language = now.Language - old.Language;
        var words = now.Words - old.Words;
        into[0] = 1;
        into[1] = language;
        into[2] = words;
        into[3] = old.Pairs;
        into[4] = now.Pairs;
        into[5] = old.Triples;
        into[6] = now.Triples;
        into[7] = old.Quads;
        into[8] = now.Quads;
        into[9] = old.Word;
        into[10] = now.Word;
        into[11] = old.Alone;
        into[12] = now.Alone;
        into[13] = (likeness & Likeness.Sound) != 0 ? 1 : 0;
        into[14] = (likeness & Likeness.NearSound) != 0 ? 1 : 0;
        into[15] = (likeness & Likeness.Shape) != 0 ? 1 : 0;
        into[16] = old.Triples == 0 ? 1 : 0;
        into[17] = old.Word == 0 ? 1 : 0;
        into[18] = into[16] * language;
        into[19] = into[17] * words;
        into[20] = Math.Min(language, words);
        into[21] = language * words / 20;
        into[22] = now.Triples > 0 && old.Triples == 0 ? 1 : 0;
        into[23] = now.Quads > 0 && old.Triples == 0 ? 1 : 0;
        into[24] = now.Word > 0 && old.Word == 0 ? 1 : 0;
        into[25] = Math.Abs(old.Language) / 10;
    }

    // How well the line reads from here on: of the character and of what follows as long as it depends on it.
    private double Language(char[] line, int at)
    {
        var sum = 0.0;
        for (var i = at; i < Math.Min(line.Length, at + Order); i++)
        {
            sum += Math.Log(Chance(line, i));
            if (i > at && line[i] == Line.Bar)
                break;
        }
        return sum;
    }

    private double Chance(char[] line, int at)
    {
        var chance = (counts.OfRun(line.AsSpan(at, 1)) + 0.5) / counts.Characters;
        for (var length = 1; length < Order && at - length >= 0; length++)
        {
            var before = counts.OfRun(line.AsSpan(at - length, length));
            if (before == 0)
                break;
            var with = counts.OfRun(line.AsSpan(at - length, length + 1));
            chance = (with + Prior[length] * chance) / (before + Prior[length]);
            if (line[at - length] == Line.Bar)
                break;
        }
        return chance;
    }

    // The likeliest way to cut the surroundings into words.
    private double Words(char[] line, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && at - start < Reach && line[start - 1] != Line.Bar)
            start--;
        while (end < line.Length && end - at <= Reach && line[end] != Line.Bar)
            end++;
        _best[0] = 0;
        for (var to = start + 1; to <= end; to++)
        {
            var best = double.NegativeInfinity;
            for (var length = 1; length <= Math.Min(Reach, to - start); length++)
            {
                var seen = counts.OfWord(line.AsSpan(to - length, length));
                if (seen == 0 && length > 1)
                    continue;
                best = Math.Max(best, _best[to - length - start] + Math.Log((seen + 0.5) / WordTotal));
            }
            _best[to - start] = best;
        }
        return _best[end - start];
    }

    private double Pairs(char[] line, int at) => Log(counts.OfRun(line.AsSpan(at - 1, 2))) + Log(counts.OfRun(line.AsSpan(at, 2)));

    private double Longest(char[] line, int at, int length)
    {
        var most = 0.0;
        for (var start = Math.Max(0, at - length + 1); start <= at && start + length <= line.Length; start++)
            if (InOne(line, start, length, at))
                most = Math.Max(most, counts.OfRun(line.AsSpan(start, length)));
        return Log(most);
    }

    private double Word(char[] line, int at)
    {
        var most = 0.0;
        for (var length = 2; length <= Reach; length++)
            for (var start = Math.Max(0, at - length + 1); start <= at && start + length <= line.Length; start++)
                if (counts.OfWord(line.AsSpan(start, length)) is > 0 and var seen)
                    most = Math.Max(most, (length - 1) * Log(seen));
        return most;
    }

    // A bar may begin or end a run, not part it.
    private static bool InOne(char[] line, int start, int length, int at)
    {
        for (var i = start + 1; i < start + length - 1; i++)
            if (line[i] == Line.Bar)
                return false;
        return at >= start && at < start + length;
    }

    private static double Log(double count) => Math.Log(1 + count);
}
