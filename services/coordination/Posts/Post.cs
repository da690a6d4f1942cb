using Backoffice.Coordination.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;

namespace Backoffice.Coordination.Posts;

/// <summary>A post in a unit; responsibility hangs on it, not on the person.</summary>
internal sealed class Post : Versioned
{
    /// <summary>`posts/{id}`.</summary>
    public required string Name { get; init; }

    public string DisplayName { get; set; } = "";

    public string Unit { get; set; } = "";

    public IReadOnlyList<string> Responsibilities { get; set; } = [];

    /// <summary>AB岗: the post whose holder stands in; empty when there is none.</summary>
    public string BackupPost { get; set; } = "";

    public bool Closed { get; set; }

    /// <summary>What the post does in the office's procedures.</summary>
    public PostFunction Function { get; set; }

    public static UpdateMask<V1.Post, Post> Mask { get; } = new(new Dictionary<string, Action<V1.Post, Post>>
    {
        ["display_name"] = (m, p) => p.DisplayName = m.DisplayName,
        ["unit"] = (m, p) => p.Unit = m.Unit,
        ["responsibilities"] = (m, p) => p.Responsibilities = [.. m.Responsibilities],
        ["backup_post"] = (m, p) => p.BackupPost = m.BackupPost,
        ["closed"] = (m, p) => p.Closed = m.Closed,
        ["function"] = (m, p) => p.Function = m.Function,
    });

    public V1.Post ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        Unit = Unit,
        Responsibilities = { Responsibilities },
        BackupPost = BackupPost,
        Closed = Closed,
        Function = Function,
    };
}
