namespace Backoffice.Proofreading.Characters;

/// <summary>
/// A paragraph as it is counted: Chinese characters as they are, a number as 0, a Latin word as A, and whatever parts
/// phrases – punctuation, blanks, the ends – as one bar.
/// </summary>
internal sealed class Line
{
    public const char Bar = '|';
    private const char Figures = '0';
    private const char Letters = 'A';

    private readonly List<char> _units = [Bar];
    private readonly List<int> _offsets = [-1];

    public Line(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = UnitOf(text[i]);
            if (IsHan(unit) || _units[^1] != unit)
            {
                _units.Add(unit);
                _offsets.Add(i);
            }
        }
        if (_units[^1] != Bar)
        {
            _units.Add(Bar);
            _offsets.Add(text.Length);
        }
        Units = [.. _units];
    }

    /// <summary>To be changed by whoever tries another character.</summary>
    public char[] Units { get; }

    public int Length => Units.Length;

    /// <summary>Where a unit stands in the text.</summary>
    public int OffsetOf(int unit) => _offsets[unit];

    public static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF';

    private static char UnitOf(char unit) => unit switch
    {
        _ when IsHan(unit) => unit,
        >= '0' and <= '9' or >= '０' and <= '９' => Figures,
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' => Letters,
        _ => Bar,
    };
}
