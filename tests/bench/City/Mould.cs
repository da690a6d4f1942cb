using Backoffice.Bench.Raw;
using Backoffice.Coordination.V1;
using Backoffice.Procedures.V1;
using Google.Protobuf;
using Task = Backoffice.Procedures.V1.Task;

namespace Backoffice.Bench.City;

/// <summary>A row of an original with the places at which another matter's row differs; both have whatever columns the model has.</summary>
internal sealed class Mould
{
    private readonly object?[] _same;
    private readonly (int Column, Func<Cast, object?> Of)[] _places;
    private readonly string[] _columns;

    public Mould(string[] columns, object?[] row, Original original)
    {
        (_columns, _same) = (columns, row);
        _places = [.. columns.Select((column, i) => (i, Of: PlaceOf(column, row[i], original))).Where(p => p.Of is not null).Select(p => (p.i, p.Of!))];
    }

    public IReadOnlyList<string> Columns => _columns;

    public int Place(string column) => Array.IndexOf(_columns, column) is >= 0 and var place ? place : throw new ArgumentException($"There is no column {column}.", nameof(column));

    /// <summary>A number as wide as the column keeps it.</summary>
    public object Number(string column, long value) => _same[Place(column)] is int ? (object)(int)value : value;

    public object?[] Pour(Cast cast)
    {
        var row = (object?[])_same.Clone();
        foreach (var (column, of) in _places)
            row[column] = of(cast);
        return row;
    }

    private static Func<Cast, object?>? PlaceOf(string column, object? value, Original original) => value switch
    {
        Guid id => id == original.Document ? c => c.Document : id == original.Matter ? c => c.Matter : null,
        // A key as SQLite keeps it.
        string text when text.Length == 36 && Guid.TryParse(text, out var id) =>
            id == original.Document ? c => SqliteRaw.KeyOf(c.Document) : id == original.Matter ? c => SqliteRaw.KeyOf(c.Matter) : null,
        string text when column == "account" => Parts.OfPerson(text) is { } part ? c => c.Of(part).Account : null,
        string text => original.PlaceOf(text),
        string[] texts => Several([.. texts.Select(t => original.PlaceOf(t) ?? (_ => t))]),
        long ticks when (column == "time" || column.EndsWith("_time", StringComparison.Ordinal)) && ticks < DateTimeOffset.MaxValue.Ticks => Moment(original.PlaceOf(new DateTimeOffset(ticks, TimeSpan.Zero))),
        byte[] bytes when column == "task" && bytes.Length > 0 => Message(Task.Parser.ParseFrom(bytes), original),
        byte[] bytes when column is "sender" or "starter" && bytes.Length > 0 => Message(Actor.Parser.ParseFrom(bytes), original),
        _ => null,
    };

    private static Func<Cast, object?>? Several(Func<Cast, string>[] texts) => texts.Length == 0 ? null : cast => Array.ConvertAll(texts, t => t(cast));

    private static Func<Cast, object?> Moment(Func<Cast, DateTimeOffset> time) => cast => time(cast).UtcTicks;

    private static Func<Cast, object?>? Message(IMessage message, Original original) =>
        MessagePlaces.Of(message, original) is { } filled ? cast => filled(cast).ToByteArray() : null;
}
