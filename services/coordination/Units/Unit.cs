using Backoffice.Coordination.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;

namespace Backoffice.Coordination.Units;

/// <summary>A unit: the bureau, its leaders, a section, or another organ.</summary>
internal sealed class Unit : Versioned
{
    /// <summary>`units/{id}`.</summary>
    public required string Name { get; init; }

    public string DisplayName { get; set; } = "";

    public string ShortName { get; set; } = "";

    public UnitKind Kind { get; set; }

    /// <summary>The unit above, `units/{id}`; empty for the top.</summary>
    public string Parent { get; set; } = "";

    public IReadOnlyList<string> Responsibilities { get; set; } = [];

    public bool Closed { get; set; }

    public static UpdateMask<V1.Unit, Unit> Mask { get; } = new(new Dictionary<string, Action<V1.Unit, Unit>>
    {
        ["display_name"] = (m, u) => u.DisplayName = m.DisplayName,
        ["short_name"] = (m, u) => u.ShortName = m.ShortName,
        ["kind"] = (m, u) => u.Kind = m.Kind,
        ["parent"] = (m, u) => u.Parent = m.Parent,
        ["responsibilities"] = (m, u) => u.Responsibilities = [.. m.Responsibilities],
        ["closed"] = (m, u) => u.Closed = m.Closed,
    });

    public V1.Unit ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        ShortName = ShortName,
        Kind = Kind,
        Parent = Parent,
        Responsibilities = { Responsibilities },
        Closed = Closed,
    };
}
