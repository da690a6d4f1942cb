using Backoffice.Document.V1;
using DiffPlex;
using DiffPlex.Model;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>What differs between two texts: paragraphs first, then the characters of those that changed.</summary>
internal static class Comparison
{
    /// <summary>A changed passage longer than this is shown whole: comparing characters costs the product of the lengths.</summary>
    private const int ComparedCharacters = 4_000;

    public static IReadOnlyList<Difference> Of(string field, string from, string to)
    {
        if (from == to)
            return from.Length == 0 ? [] : [Run(field, DifferenceKind.Kept, from)];
        var differences = new List<Difference>();
        foreach (var (kind, older, newer) in Blocks(Differ.Instance.CreateDiffs(from, to, false, false, Paragraphs.Chunks)))
        {
            if (kind == DifferenceKind.Kept)
                differences.Add(Run(field, kind, older));
            else if (older.Length > 0 && newer.Length > 0 && older.Length + newer.Length <= ComparedCharacters)
                differences.AddRange(Blocks(Differ.Instance.CreateDiffs(older, newer, false, false, Characters.Chunks)).SelectMany(b => Runs(field, b)));
            else
                differences.AddRange(Runs(field, (kind, older, newer)));
        }
        return differences;
    }

    /// <summary>Kept and changed passages in order; a changed one has an older and a newer text.</summary>
    private static IEnumerable<(DifferenceKind Kind, string Older, string Newer)> Blocks(DiffResult result)
    {
        var (older, newer) = (result.PiecesOld, result.PiecesNew);
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            if (block.DeleteStartA > at)
                yield return (DifferenceKind.Kept, Join(older, at, block.DeleteStartA - at), "");
            yield return (DifferenceKind.Unspecified, Join(older, block.DeleteStartA, block.DeleteCountA), Join(newer, block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }
        if (at < older.Count)
            yield return (DifferenceKind.Kept, Join(older, at, older.Count - at), "");
    }

    private static IEnumerable<Difference> Runs(string field, (DifferenceKind Kind, string Older, string Newer) block)
    {
        if (block.Kind == DifferenceKind.Kept)
            yield return Run(field, DifferenceKind.Kept, block.Older);
        else
        {
            if (block.Older.Length > 0)
                yield return Run(field, DifferenceKind.Removed, block.Older);
            if (block.Newer.Length > 0)
                yield return Run(field, DifferenceKind.Added, block.Newer);
        }
    }

    private static string Join(IReadOnlyList<string> pieces, int start, int count) => string.Concat(pieces.Skip(start).Take(count));

    private static Difference Run(string field, DifferenceKind kind, string text) => new() { Field = field, Kind = kind, Text = text };

    /// <summary>Paragraphs with their line feeds, so that runs put together give the text again.</summary>
    private sealed class Paragraphs : IChunker
    {
        public static readonly Paragraphs Chunks = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var paragraphs = new List<string>();
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start) is >= 0 and var feed ? feed + 1 : text.Length;
                paragraphs.Add(text[start..end]);
                start = end;
            }
            return paragraphs;
        }
    }

    /// <summary>Whole characters: rare ones, as in names, are two UTF-16 units, which no run may part.</summary>
    private sealed class Characters : IChunker
    {
        public static readonly Characters Chunks = new();

        public IReadOnlyList<string> Chunk(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];
    }
}
