using System.Text.RegularExpressions;

namespace Backoffice.Typesetting.Documents;

/// <summary>结构层次 of a paragraph by its ordinal (7.3.3): 一、 （一） 1. （1）; orders and rules also have chapters and articles.</summary>
public enum ParagraphLevel
{
    Text,
    First,
    Second,
    Third,
    Fourth,
    Chapter,
    Article,
}

/// <summary>One paragraph: its level, its ordinal, and how much of it, with the ordinal, is heading.</summary>
public sealed partial record BodyParagraph(string Text, ParagraphLevel Level, int OrdinalLength, int HeadingLength) : BodyPart
{
    // A heading that runs into its text is a phrase; a longer sentence is text with an ordinal.
    private const int LongestRunInHeading = 40;

    /// <summary>Blanks before the text, such as 　　, which print does by indenting.</summary>
    public string Before { get; private init; } = "";

    /// <summary>Blanks after the text.</summary>
    public string After { get; private init; } = "";

    public bool IsBlank => Text.Length == 0;

    internal bool IsOrdinal => OrdinalLength > 0 && OrdinalLength == Text.Length;

    public static BodyParagraph Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
            return new("", ParagraphLevel.Text, 0, 0) { Before = line };
        var start = line.IndexOf(text, StringComparison.Ordinal);
        return ReadText(text) with { Before = line[..start], After = line[(start + text.Length)..] };
    }

    public override string ToString() => Before + Text + After;

    private static BodyParagraph ReadText(string text)
    {
        if (Chapter().Match(text) is { Success: true } chapter && text.Length <= LongestRunInHeading)
            return new(text, ParagraphLevel.Chapter, chapter.Length, text.Length);
        if (Article().Match(text) is { Success: true } article)
            return new(text, ParagraphLevel.Article, article.Length, article.Length);
        foreach (var (level, ordinal) in ((ParagraphLevel, Regex)[])[(ParagraphLevel.First, First()), (ParagraphLevel.Second, Second()), (ParagraphLevel.Third, Third()), (ParagraphLevel.Fourth, Fourth())])
        {
            if (ordinal.Match(text) is { Success: true } found)
                return new(text, level, found.Length, HeadingLengthOf(text));
        }
        return new(text, ParagraphLevel.Text, 0, 0);
    }

    private static int HeadingLengthOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('。', '；', '：');
        if (end < 0)
            return text.Length;
        // A sentence that is the whole paragraph says something; it is no heading of what follows.
        return text[end] == '。' && end < text.Length - 1 && end < LongestRunInHeading ? end + 1 : 0;
    }

    [GeneratedRegex("^第[一二三四五六七八九十百零〇]+[编章节](?:[ 　]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex("^第[一二三四五六七八九十百零〇]+条(?=[ 　])", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex("^[一二三四五六七八九十百]+、", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("^[（(][一二三四五六七八九十百]+[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Second();

    [GeneratedRegex("^[0-9]{1,2}[.．、](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Third();

    [GeneratedRegex("^[（(][0-9]{1,2}[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Fourth();
}
