using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Proofreading.Format;

/// <summary>The ordinal that a paragraph begins with: 一、 is of level 1, （一） of 2, 1. of 3, （1） of 4.</summary>
/// <param name="Written">The ordinal as it is printed.</param>
internal sealed partial record Heading(Passage Passage, int Level, int Number, Group Written)
{
    /// <summary>The ordinal as it should be printed.</summary>
    public string Mark => MarkOf(Level, Number);

    public static string MarkOf(int level, int number) => level switch
    {
        1 => $"{ChineseOrdinals.Print(number)}、",
        2 => $"（{ChineseOrdinals.Print(number)}）",
        3 => $"{number}.",
        _ => $"（{number}）",
    };

    public static Heading? Of(Passage passage)
    {
        var begin = Ordinal().Match(passage.Wording);
        if (!begin.Success)
            return null;
        var (level, ordinal) = begin switch
        {
            _ when begin.Groups["l1"] is { Success: true } g => (1, g),
            _ when begin.Groups["l2"] is { Success: true } g => (2, g),
            _ when begin.Groups["l3"] is { Success: true } g => (3, g),
            _ => (4, begin.Groups["l4"]),
        };
        var number = level <= 2 ? ChineseOrdinals.Parse(ordinal.Value) : int.Parse(ordinal.ValueSpan, CultureInfo.InvariantCulture);
        return number == 0 ? null : new(passage, level, number, begin.Groups["mark"]);
    }

    [GeneratedRegex(@"^\s*(?<mark>(?<l1>[一二三四五六七八九十]{1,3})(?:、|[.．](?![0-9])|[,，：:](?=\S))|[（(](?<l2>[一二三四五六七八九十]{1,3})[）)][、.．，,]?|(?<l3>[0-9]{1,2})(?:[.．](?![0-9])|、)|[（(](?<l4>[0-9]{1,2})[）)][、.．，,]?)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
