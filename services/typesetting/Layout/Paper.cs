namespace Backoffice.Typesetting.Layout;

/// <summary>The figures of GB/T 9704—2012 in millimetres, measured from the upper left corner of the sheet.</summary>
public static class Paper
{
    public const double Width = 210;
    public const double Height = 297;

    /// <summary>订口 (5.2.1)</summary>
    public const double Left = 28;

    /// <summary>天头 (5.2.1)</summary>
    public const double Top = 37;

    /// <summary>版心 (5.2.1)</summary>
    public const double TextWidth = 156;
    public const double TextHeight = 225;
    public const double Right = Left + TextWidth;
    public const double Bottom = Top + TextHeight;

    /// <summary>5.2.3: lines a page and characters a line, filling the text block.</summary>
    public const int Lines = 22;
    public const int CharactersPerLine = 28;

    public const double Point = 25.4 / 72;

    /// <summary>2号, 3号 and 4号 in points.</summary>
    public const double Size2 = 22;
    public const double Size3 = 16;
    public const double Size4 = 14;

    /// <summary>The width of one 字: a twenty-eighth of the text block, a little less than the character's own.</summary>
    public const double Cell = TextWidth / CharactersPerLine;

    /// <summary>The height of a character of the text.</summary>
    public const double Character = Size3 * Point;

    /// <summary>7.2.4: upper edge of the mark below that of the text block; of an order 10.2; of a letter from the sheet's edge 10.1.</summary>
    public const double MarkBelowTop = 35;
    public const double OrderMarkBelowTop = 20;
    public const double LetterMarkTop = 30;

    /// <summary>The mark stays below the size of the marks of the State Council's own documents.</summary>
    public const double HighestMark = 22;

    /// <summary>7.2.7: red rule below the number; 10.1: below the mark of a letter.</summary>
    public const double RuleBelow = 4;
    public const double RedRuleThickness = 0.7;

    /// <summary>10.1: the double rules of a letter.</summary>
    public const double LetterRuleWidth = 170;
    public const double LetterRuleFromBottom = 20;
    public const double ThickRule = 0.7;
    public const double ThinRule = 0.25;
    public const double DoubleRuleGap = 0.5;
    public const double LetterGap = Character * 7 / 8;

    /// <summary>7.4.1: rules of the colophon.</summary>
    public const double ColophonOuterRule = 0.35;
    public const double ColophonInnerRule = 0.25;
    public const double ColophonRow = 8;

    /// <summary>7.5: dashes of the page number below the text block.</summary>
    public const double NumberBelow = 7;

    /// <summary>An organ's seal with the national emblem is 42 mm across.</summary>
    public const double Seal = 42;

    /// <summary>Between the top of a character's square and its baseline, as a part of the size.</summary>
    public const double Ascent = 0.86;
}

/// <summary>The lines of a page: the first begins at the top of the text block, the last ends at its bottom (5.2.3 撑满版心).</summary>
public sealed record LineGrid(int Lines)
{
    public double Pitch => (Paper.TextHeight - Paper.Character) / (Lines - 1);

    /// <summary>Upper edge of a line's characters.</summary>
    public double TopOf(double line) => Paper.Top + line * Pitch;

    /// <summary>The first line that begins at or below a height.</summary>
    public int LineAt(double top) => (int)Math.Ceiling((top - Paper.Top) / Pitch - 0.01);
}
