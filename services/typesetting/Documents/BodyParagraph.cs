using System.Text.RegularExpressions;

namespace Backoffice.Typesetting.Documents;

/// <summary>结构层次 of a paragraph by its ordinal (7.3.3): 一、 （一） 1. （1）; orders and rules also have chapters and articles.</summary>
internal enum ParagraphLevel
{
    Text,
    First,
    Second,
    Third,
    Fourth,
    Chapter,
    Article,
}

/// <summary>One paragraph of a body: its level and how much of it is heading.</summary>
internal sealed partial record BodyParagraph(string Text, ParagraphLevel Level, int HeadingLength)
{
    // A heading that runs into its text is a phrase; a longer sentence is text with an ordinal.
    private const int LongestRunInHeading = 40;

    public static IEnumerable<BodyParagraph> Of(string body) =>
        body.ReplaceLineEndings("\n").Split('\n').Select(p => p.Trim()).Where(p => p.Length > 0).Select(Read);

    private static BodyParagraph Read(string text)
    {
        if (Chapter().IsMatch(text) && text.Length <= LongestRunInHeading)
            return new(text, ParagraphLevel.Chapter, text.Length);
        if (Article().Match(text) is { Success: true } article)
            return new(text, ParagraphLevel.Article, article.Length);
        var level = First().IsMatch(text) ? ParagraphLevel.First
            : Second().IsMatch(text) ? ParagraphLevel.Second
            : Third().IsMatch(text) ? ParagraphLevel.Third
            : Fourth().IsMatch(text) ? ParagraphLevel.Fourth
            : ParagraphLevel.Text;
        return new(text, level, level == ParagraphLevel.Text ? 0 : HeadingLengthOf(text));
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
