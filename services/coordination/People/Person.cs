using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;

namespace Backoffice.Coordination.People;

/// <summary>A person with the posts held.</summary>
internal sealed class Person : Versioned
{
    /// <summary>`people/{id}`.</summary>
    public required string Name { get; init; }

    public string DisplayName { get; set; } = "";

    /// <summary>Login name; null while there is none, so that the index of accounts stays unique.</summary>
    public string? Account { get; set; }

    public bool Left { get; set; }

    /// <summary>Posts held, in the order of <see cref="Holding.Rank"/>, the main one first.</summary>
    public List<Holding> Holdings { get; } = [];

    public static UpdateMask<V1.Person, Person> Mask { get; } = new(new Dictionary<string, Action<V1.Person, Person>>
    {
        ["display_name"] = (m, p) => p.DisplayName = m.DisplayName,
        ["account"] = (m, p) => p.Account = m.Account.Length > 0 ? m.Account : null,
        ["posts"] = (m, p) => p.Hold(m.Posts),
        ["left"] = (m, p) => p.Left = m.Left,
    });

    /// <summary>Takes these posts and no other; who has left holds none.</summary>
    public void Hold(IReadOnlyList<string> posts)
    {
        Holdings.RemoveAll(h => !posts.Contains(h.Post));
        for (var rank = 0; rank < posts.Count; rank++)
        {
            if (Holdings.FirstOrDefault(h => h.Post == posts[rank]) is { } held)
                held.Rank = rank;
            else
                Holdings.Add(new Holding { Person = Name, Post = posts[rank], Rank = rank });
        }
    }

    public V1.Person ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        Account = Account ?? "",
        Posts = { Holdings.OrderBy(h => h.Rank).Select(h => h.Post) },
        Left = Left,
    };
}

/// <summary>A post held by a person.</summary>
internal sealed class Holding
{
    public required string Person { get; init; }

    public required string Post { get; init; }

    /// <summary>0 is the main post.</summary>
    public required int Rank { get; set; }
}
