using System.Globalization;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;

namespace Backoffice.Coordination.Statistics;

/// <summary>How many documents of one genre one unit received or issued in one month.</summary>
internal sealed class DocumentFigure : IMonthly
{
    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The place within the month: flow, genre and unit in one.</summary>
    public required string Line { get; init; }

    public required DocumentFlow Flow { get; init; }

    public required DocumentGenre Genre { get; init; }

    public required string Unit { get; init; }

    public long Count { get; private set; }

    public static DocumentFigure Of(DateOnly month, DocumentFlow flow, DocumentGenre genre, string unit) =>
        new() { Month = month, Line = LineOf(flow, genre, unit), Flow = flow, Genre = genre, Unit = unit };

    public static string LineOf(DocumentFlow flow, DocumentGenre genre, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(int)flow}/{(int)genre:00}/{unit}");

    public void CountOne() => Count++;
}
