using System.Globalization;
using System.Text;
using Backoffice.Regulations.Numbering;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Import;

/// <summary>Counts what Word numbers by itself, and prints the numbers as text: 一、 （一） 1. （1）.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, NumberingInstance> _instances;
    private readonly Dictionary<int, AbstractNum> _abstracts;
    private readonly Dictionary<string, Style> _styles;
    // Lists that share a definition count on.
    private readonly Dictionary<int, int[]> _counts = [];

    public DocxNumbering(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        _instances = ById(numbering?.Elements<NumberingInstance>() ?? [], n => n.NumberID?.Value);
        _abstracts = ById(numbering?.Elements<AbstractNum>() ?? [], n => n.AbstractNumberId?.Value);
        _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? []).Where(s => s.StyleId?.Value is not null).DistinctBy(s => s.StyleId!.Value!).ToDictionary(s => s.StyleId!.Value!);
    }

    /// <summary>The number before a paragraph, as text; empty when it has none. Paragraphs are asked for in their order.</summary>
    public string Next(Paragraph paragraph)
    {
        var (instanceId, level) = NumberOf(paragraph);
        if (instanceId == 0 || !_instances.TryGetValue(instanceId, out var instance) || DefinitionOf(instance) is not { } definition || LevelOf(instance, definition, level) is not { } own)
            return "";
        var counts = CountsOf(instance, definition);
        counts[level]++;
        for (var below = level + 1; below < Levels; below++)
            counts[below] = StartOf(instance, definition, below) - 1;
        return own.NumberingFormat?.Val?.Value is { } format && (format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
            ? ""
            : Print(own, counts, l => LevelOf(instance, definition, l));
    }

    private static string Print(Level own, int[] counts, Func<int, Level?> levelOf)
    {
        var text = new StringBuilder(own.LevelText?.Val?.Value ?? "");
        for (var l = 0; l < Levels; l++)
        {
            // An unprinted level above stands for its first.
            var count = Math.Max(counts[l], 1);
            text.Replace($"%{l + 1}", ChineseNumbers.Print(count, levelOf(l)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal));
        }
        // The standard's brackets are wide.
        return text.ToString().Trim() is ['(', .. var inside, ')'] ? $"（{inside}）" : text.ToString().Trim();
    }

    private (int Instance, int Level) NumberOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var (instance, level) = (own?.NumberingId?.Val?.Value, own?.NumberingLevelReference?.Val?.Value);
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var depth = 0; (instance is null || level is null) && style is not null && depth < Levels && _styles.TryGetValue(style, out var s); depth++)
        {
            var numbered = s.StyleParagraphProperties?.NumberingProperties;
            instance ??= numbered?.NumberingId?.Val?.Value;
            level ??= numbered?.NumberingLevelReference?.Val?.Value;
            style = s.BasedOn?.Val?.Value;
        }
        return (instance ?? 0, Math.Clamp(level ?? 0, 0, Levels - 1));
    }

    private AbstractNum? DefinitionOf(NumberingInstance instance)
    {
        if (instance.AbstractNumId?.Val?.Value is not { } id || !_abstracts.TryGetValue(id, out var definition))
            return null;
        // A list style holds the levels elsewhere.
        if (definition.NumberingStyleLink?.Val?.Value is { } link && _abstracts.Values.FirstOrDefault(a => a.StyleLink?.Val?.Value == link) is { } linked)
            return linked;
        return definition;
    }

    private int[] CountsOf(NumberingInstance instance, AbstractNum definition)
    {
        // An override of the start makes a list of its own.
        var key = instance.Elements<LevelOverride>().Any(o => o.StartOverrideNumberingValue is not null) ? -instance.NumberID!.Value - 1 : definition.AbstractNumberId!.Value;
        if (!_counts.TryGetValue(key, out var counts))
            _counts[key] = counts = [.. Enumerable.Range(0, Levels).Select(l => StartOf(instance, definition, l) - 1)];
        return counts;
    }

    private static int StartOf(NumberingInstance instance, AbstractNum definition, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelOf(instance, definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static Level? LevelOf(NumberingInstance instance, AbstractNum definition, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level)?.Level
        ?? definition.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);

    private static Dictionary<int, T> ById<T>(IEnumerable<T> items, Func<T, int?> id) =>
        items.Where(i => id(i) is not null).DistinctBy(i => id(i)).ToDictionary(i => id(i)!.Value);
}

/// <summary>Numbers in the forms that Word counts in.</summary>
internal static class ChineseNumbers
{
    private const int MostLettered = 26 * 10;

    public static string Print(int number, NumberFormatValues format)
    {
        if (format == NumberFormatValues.ChineseCounting || format == NumberFormatValues.ChineseCountingThousand || format == NumberFormatValues.JapaneseCounting || format == NumberFormatValues.TaiwaneseCounting
            || format == NumberFormatValues.TaiwaneseCountingThousand || format == NumberFormatValues.IdeographDigital)
            return ChineseOrdinals.Print(number);
        if (format == NumberFormatValues.DecimalEnclosedCircle || format == NumberFormatValues.DecimalEnclosedCircleChinese)
            return number <= 20 ? ((char)('①' + number - 1)).ToString() : $"（{number}）";
        if (format == NumberFormatValues.DecimalFullWidth)
            return string.Concat(Text(number).Select(d => (char)(d - '0' + '０')));
        if (format == NumberFormatValues.DecimalZero)
            return number.ToString("00", CultureInfo.InvariantCulture);
        // As often as there are letters before: a number past what anybody counts to so would fill the memory.
        if ((format == NumberFormatValues.UpperLetter || format == NumberFormatValues.LowerLetter) && number <= MostLettered)
            return new string((char)((format == NumberFormatValues.UpperLetter ? 'A' : 'a') + (number - 1) % 26), (number - 1) / 26 + 1);
        if (format == NumberFormatValues.UpperRoman)
            return Roman(number);
        return format == NumberFormatValues.LowerRoman ? Roman(number).ToLowerInvariant() : Text(number);
    }

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            // A number past what anybody writes so is cut short rather than spun out.
            for (; number >= value && text.Length < 20; number -= value)
                text.Append(sign);
        }
        return text.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
