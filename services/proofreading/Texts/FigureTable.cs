using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.Proofreading.Texts;

/// <summary>Rows of equally many cells parted by tabs, one after the other.</summary>
internal sealed record FigureTable(IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    public int Columns => Rows[0].Count;

    public static IEnumerable<FigureTable> In(IReadOnlyList<Passage> paragraphs)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var paragraph in paragraphs)
        {
            var cells = CellsOf(paragraph).ToArray();
            // Another number of cells, or a paragraph between, begins another table.
            if (rows.Count > 0 && cells.Length != rows[0].Count)
            {
                yield return new FigureTable([.. rows]);
                rows.Clear();
            }
            if (cells.Length > 1)
                rows.Add(cells);
        }
        if (rows.Count > 0)
            yield return new FigureTable(rows);
    }

    private static IEnumerable<Cell> CellsOf(Passage row)
    {
        var start = 0;
        foreach (var cell in row.Wording.Split('\t'))
        {
            var text = cell.Trim();
            yield return new Cell(row, start + cell.IndexOf(text, StringComparison.Ordinal), text);
            start += cell.Length + 1;
        }
    }
}

/// <summary>One cell without the blanks around it.</summary>
/// <param name="Offset">Of its text within the row.</param>
internal sealed partial record Cell(Passage Row, int Offset, string Text)
{
    public Place Place => Row.At(Offset, Text.Length);

    /// <summary>Its words without blanks between: 合 计 is 合计.</summary>
    public string Word => Blanks().Replace(Text, "");

    /// <summary>True where no figure is said: empty, or a dash.</summary>
    public bool IsVoid => Nothing().IsMatch(Text);

    /// <summary>What it says; null where it is no figure.</summary>
    public decimal? Figure => Number().IsMatch(Text) ? decimal.Parse(Text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    public int Decimals => Text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Text.Length - point - 1 : 0;

    public bool HasThousands => Text.Contains(',', StringComparison.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\A[-—–/／]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\A-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,6})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
