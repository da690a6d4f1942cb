using Backoffice.Document.V1;

namespace Backoffice.Document.Departures;

/// <summary>Something a person holds: a task, a document served and not read, or a draft.</summary>
/// <param name="Matter">The matter it is held in; null for a draft.</param>
/// <param name="Number">Of the task, in the matter.</param>
/// <param name="Post">`posts/{id}` it is held in; empty for what is held in person.</param>
internal sealed record Held(HoldingKind Kind, string Subject, Guid? Matter, int Number, string Post, DateTimeOffset Since)
{
    /// <summary>Its place in lists: the longest held first, and no two alike.</summary>
    public (long Since, string Subject, int Kind, int Number) Place => (Since.UtcTicks, Subject, (int)Kind, Number);
}
