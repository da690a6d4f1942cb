using Backoffice.Bench.Raw;

namespace Backoffice.Bench.City;

/// <summary>Rows of some documents that follow each other, by table.</summary>
internal sealed class CityBatch
{
    /// <summary>What the document service keeps, in the order in which it is written.</summary>
    public static readonly string[] OfDocuments = [.. MatterMoulds.OfDocuments.Select(t => t.Table), DocumentRows.Index, MatterMoulds.Audit];

    /// <summary>What the coordination service keeps.</summary>
    public static readonly string[] OfInboxes = [.. MatterMoulds.OfInboxes.Select(t => t.Table)];

    private readonly Dictionary<string, List<object?[]>> _rows = OfDocuments.Concat(OfInboxes).ToDictionary(t => t, _ => new List<object?[]>());

    public List<object?[]> this[string table] => _rows[table];
}
