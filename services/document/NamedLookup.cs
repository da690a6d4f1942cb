using Backoffice.Platform.Storage;

namespace Backoffice.Document;

/// <summary>Looks rows up by their resource names; a name whose last part is no id names none.</summary>
internal static class NamedLookup
{
    /// <summary>The one row of a name, to change it; null when there is none.</summary>
    public static async Task<TRow?> NamedAsync<TRow>(this CompiledQuery<DocumentDb, Guid, TRow> rows, DocumentDb db, string name, CancellationToken stop) where TRow : class =>
        IdOf(name) is { } id ? await rows.OneAsync(db, id, stop) : null;

    /// <summary>The same only to be read.</summary>
    public static async Task<TRow?> ReadNamedAsync<TRow>(this CompiledQuery<DocumentDb, Guid, TRow> rows, DocumentDb db, string name, CancellationToken stop) where TRow : class =>
        IdOf(name) is { } id ? await rows.ReadOneAsync(db, id, stop) : null;

    /// <summary>The one row of a name with its parts, to change it; null when there is none.</summary>
    public static async Task<TRow?> NamedAsync<TRow>(this CompiledQuery<DocumentDb, Guid, TRow> rows, IPartsOf<DocumentDb, TRow> parts, DocumentDb db, string name, CancellationToken stop) where TRow : class
    {
        var row = await rows.NamedAsync(db, name, stop);
        await parts.LoadAsync(db, row is null ? [] : [row], stop);
        return row;
    }

    /// <summary>The same only to be read.</summary>
    public static async Task<TRow?> ReadNamedAsync<TRow>(this CompiledQuery<DocumentDb, Guid, TRow> rows, IPartsOf<DocumentDb, TRow> parts, DocumentDb db, string name, CancellationToken stop) where TRow : class
    {
        var row = await rows.ReadNamedAsync(db, name, stop);
        await parts.ReadAsync(db, row is null ? [] : [row], stop);
        return row;
    }

    /// <summary>The id at the end of a name; null when there is none.</summary>
    public static Guid? IdOf(string name) => Guid.TryParseExact(name.Split('/')[^1], "D", out var id) ? id : null;
}
