using System.Text.Json;

namespace Backoffice.Coordination.Inbox;

/// <summary>A matter has moved, and these principals' inboxes with it.</summary>
/// <param name="Matter">`{service}/matters/{id}`.</param>
/// <param name="Principals">All whose inboxes it touched.</param>
/// <param name="Counts">The counts as the change left them, of those principals of whom they say everything; the others' must be read.</param>
internal sealed record InboxChange(string Matter, IReadOnlyList<string> Principals, IReadOnlyList<InboxCount> Counts)
{
    /// <summary>Those of whom it does not say how many they have now.</summary>
    public IEnumerable<string> Uncounted => Principals.Except(Counts.Select(c => c.Principal));

    public string Format() => JsonSerializer.Serialize(this);

    /// <summary>Null for what this program cannot have sent.</summary>
    public static InboxChange? Parse(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<InboxChange>(text ?? "null") is { Matter: not null, Principals: not null, Counts: not null } change ? change : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
