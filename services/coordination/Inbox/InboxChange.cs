using System.Text.Json;

namespace Backoffice.Coordination.Inbox;

/// <summary>A matter has moved, and these principals' inboxes with it.</summary>
internal sealed record InboxChange(string Matter, IReadOnlyList<string> Principals)
{
    public string Format() => JsonSerializer.Serialize(this);

    /// <summary>Null for what this program cannot have sent.</summary>
    public static InboxChange? Parse(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<InboxChange>(text ?? "null") is { Matter: not null, Principals: not null } change ? change : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
