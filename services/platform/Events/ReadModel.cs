namespace Backoffice.Platform.Events;

/// <summary>Tables that a service makes of other services' events and of nothing else.</summary>
/// <param name="name">Lower case, with hyphens.</param>
public sealed class ReadModel(string name)
{
    private readonly List<Type> _reactions = [];
    private readonly List<Type> _tables = [];

    public string Name => name;

    internal IReadOnlyList<Type> Tables => _tables;

    /// <summary>A reaction that writes it, and writes nothing else.</summary>
    public ReadModel From<TReaction>()
    {
        _reactions.Add(typeof(TReaction));
        return this;
    }

    /// <summary>A table that it is kept in.</summary>
    public ReadModel Into<TRow>() where TRow : class
    {
        _tables.Add(typeof(TRow));
        return this;
    }

    internal bool Wants(ReactionRoute route) => _reactions.Contains(route.Reaction);
}
