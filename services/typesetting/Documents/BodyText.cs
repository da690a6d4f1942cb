namespace Backoffice.Typesetting.Documents;

/// <summary>
/// A text read into its parts: headings of four levels with what runs into them, paragraphs, tables. Plain text is what is kept and
/// compared, and written again it is the same text to the last blank. The rows of a table are lines, its cells parted by tabs.
/// </summary>
public sealed record BodyText(IReadOnlyList<BodyPart> Parts)
{
    private const char CellEnd = '\t';

    public static BodyText Read(string text)
    {
        var parts = new List<BodyPart>();
        foreach (var line in text.Split('\n'))
        {
            var cells = line.Split(CellEnd);
            if (parts.LastOrDefault() is BodyTable table && cells.Length == table.Columns && !string.IsNullOrWhiteSpace(line))
                parts[^1] = new BodyTable([.. table.Rows, cells]);
            else
                parts.Add(IsRow(line, cells) ? new BodyTable([cells]) : BodyParagraph.Read(line));
        }
        return new BodyText(parts);
    }

    public override string ToString() => string.Join('\n', Parts);

    // A tab before the first word only sets a paragraph in, and one after its ordinal only parts the two.
    private static bool IsRow(string line, string[] cells) => line.AsSpan().Trim().Contains(CellEnd) && !(cells.Length == 2 && BodyParagraph.Read(cells[0]).IsOrdinal);
}

/// <summary>A paragraph or a table.</summary>
public abstract record BodyPart;

/// <summary>Rows of equally many cells.</summary>
public sealed record BodyTable(IReadOnlyList<IReadOnlyList<string>> Rows) : BodyPart
{
    public int Columns => Rows[0].Count;

    public override string ToString() => string.Join('\n', Rows.Select(r => string.Join('\t', r)));
}
