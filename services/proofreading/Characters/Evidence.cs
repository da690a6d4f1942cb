namespace Backoffice.Proofreading.Characters;

/// <summary>
/// What speaks for one character in the place of another, as figures. It looks at one place at a time; what does not depend
/// on the character there is counted once.
/// </summary>
internal sealed class Evidence(ICounts counts)
{
    public const int Size = 26;

    private const int Order = 4;
    private const int LongestWord = 5;
    private const double WordTotal = 60_000_000;

    // How much the shorter run weighs against the longer, by its length.
    private static readonly double[] Prior = [0, 30, 8, 4];

    private readonly double[] _here = new double[Order * (Order + 1)];
    private readonly double[] _around = new double[Order * Order * 2];
    private readonly double[] _before = new double[LongestWord + 1];
    private readonly double[] _after = new double[LongestWord + 2];
    private char[] _line = [];
    private int _at;
    private int _start;
    private int _end;

    /// <summary>How a character stands: how well the line reads with it, how well it falls into words, and what was seen of it beside its neighbours.</summary>
    public readonly record struct Standing(double Language, double Words, double Pairs, double Triples, double Quads, double Word, double Alone);

    /// <summary>Whether the character is at home where it stands, so that nothing else need be tried.</summary>
    public bool IsAtHome(char[] line, int at)
    {
        var seen = 0;
        for (var start = Math.Max(0, at - 2); start <= at && start + 3 <= line.Length; start++)
            if (line[start + 1] != Line.Bar && counts.OfRun(line.AsSpan(start, 3)) is >= 2 and var here)
                seen += here >= 3 && (counts.OfWord(line.AsSpan(at - 1, 2)) > 20 || counts.OfWord(line.AsSpan(at, 2)) > 20) ? 2 : 1;
        return seen >= 2;
    }

    /// <summary>Whether the character was ever seen with two of its neighbours here, or makes a word with one.</summary>
    public bool IsPossible(char[] line, int at)
    {
        var (left, right) = (counts.OfRun(line.AsSpan(at - 1, 2)) > 0, counts.OfRun(line.AsSpan(at, 2)) > 0);
        return (left && right && counts.OfRun(line.AsSpan(at - 1, 3)) > 0)
            || (left && (counts.OfWord(line.AsSpan(at - 1, 2)) > 0 || (at > 1 && counts.OfRun(line.AsSpan(at - 2, 3)) > 0)))
            || (right && (counts.OfWord(line.AsSpan(at, 2)) > 0 || (at + 2 < line.Length && counts.OfRun(line.AsSpan(at, 3)) > 0)));
    }

    /// <summary>Whether the word of two characters that begins here was seen more than once with what is before or after it.</summary>
    public bool IsFollowed(char[] line, int at) => counts.OfRun(line.AsSpan(at - 1, 3)) > 1 || counts.OfRun(line.AsSpan(at, 3)) > 1;

    /// <summary>Turns to a place.</summary>
    public void Turn(char[] line, int at)
    {
        (_line, _at, _start, _end) = (line, at, at, at + 1);
        while (_start > 0 && at - _start < LongestWord && line[_start - 1] != Line.Bar)
            _start--;
        while (_end < line.Length && _end - at <= LongestWord && line[_end] != Line.Bar)
            _end++;
        for (var next = 0; next < Order; next++)
            for (var length = 1; length < Order; length++)
            {
                var from = at + next - length;
                _around[Index(next, length)] = from >= 0 && at + next < line.Length && (next == 0 || length < next) ? counts.OfRun(line.AsSpan(from, length)) : 0;
                _around[Index(next, length) + 1] = from >= 0 && at + next < line.Length && length < next ? counts.OfRun(line.AsSpan(from, length + 1)) : 0;
            }
        CutAround();
    }

    /// <summary>How the character that stands there now stands.</summary>
    public Standing Here()
    {
        for (var back = 0; back < Order; back++)
            for (var length = back + 1; length <= Order; length++)
                _here[(back * (Order + 1)) + length] = Run(back, length);
        var (words, word) = Words();
        return new(Language(), words, Log(Seen(1, 2)) + Log(Seen(0, 2)), Log(Most(3)), Log(Most(4)), word, Log(Seen(0, 1)));
    }

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
    private double Language()
    {
        var sum = 0.0;
        for (var next = 0; next < Order && _at + next < _line.Length; next++)
        {
            sum += Math.Log(Chance(next));
            if (next > 0 && _line[_at + next] == Line.Bar)
                break;
        }
        return sum;
    }

    private double Chance(int next)
    {
        var chance = ((next == 0 ? Seen(0, 1) : counts.OfRun(_line.AsSpan(_at + next, 1))) + 0.5) / counts.Characters;
        for (var length = 1; length < Order && _at + next - length >= 0; length++)
        {
            var before = next > 0 && length >= next ? Seen(length - next, length) : _around[Index(next, length)];
            if (before == 0)
                break;
            var with = length >= next ? Seen(length - next, length + 1) : _around[Index(next, length) + 1];
            chance = (with + (Prior[length] * chance)) / (before + Prior[length]);
            if (_line[_at + next - length] == Line.Bar)
                break;
        }
        return chance;
    }

    // The likeliest ways to cut what is before and what is after into words.
    private void CutAround()
    {
        _before[0] = 0;
        for (var to = _start + 1; to <= _at; to++)
        {
            _before[to - _start] = double.NegativeInfinity;
            for (var from = Math.Max(_start, to - LongestWord); from < to; from++)
                _before[to - _start] = Math.Max(_before[to - _start], _before[from - _start] + ChanceOfWord(from, to).Chance);
        }
        _after[_end - _at - 1] = 0;
        for (var from = _end - 1; from > _at; from--)
        {
            _after[from - _at - 1] = double.NegativeInfinity;
            for (var to = from + 1; to <= Math.Min(_end, from + LongestWord); to++)
                _after[from - _at - 1] = Math.Max(_after[from - _at - 1], ChanceOfWord(from, to).Chance + _after[to - _at - 1]);
        }
    }

    private (double Words, double Word) Words()
    {
        var (words, word) = (double.NegativeInfinity, 0.0);
        for (var from = Math.Max(_start, _at - LongestWord + 1); from <= _at; from++)
            for (var to = _at + 1; to <= Math.Min(_end, from + LongestWord); to++)
            {
                var (chance, seen) = ChanceOfWord(from, to);
                words = Math.Max(words, _before[from - _start] + chance + _after[to - _at - 1]);
                if (to - from > 1 && seen > 0)
                    word = Math.Max(word, (to - from - 1) * Log(seen));
            }
        return (words, word);
    }

    private (double Chance, double Seen) ChanceOfWord(int from, int to)
    {
        var seen = counts.OfWord(_line.AsSpan(from, to - from));
        return (seen == 0 && to - from > 1 ? double.NegativeInfinity : Math.Log((seen + 0.5) / WordTotal), seen);
    }

    private double Most(int length)
    {
        var most = 0.0;
        for (var back = 0; back < length; back++)
            most = Math.Max(most, Seen(back, length));
        return most;
    }

    // A run that holds the place, by how many characters of it are before.
    private double Seen(int back, int length) => _here[(back * (Order + 1)) + length];

    private double Run(int back, int length) =>
        _at >= back && _at - back + length <= _line.Length ? counts.OfRun(_line.AsSpan(_at - back, length)) : 0;

    private static int Index(int next, int length) => ((next * Order) + length) * 2;

    private static double Log(double count) => Math.Log(1 + count);
}
