using Backoffice.Platform.Organisation;

namespace Backoffice.Document.Secrecy;

/// <summary>Who may know: people, posts and units, and whoever is in them.</summary>
internal sealed class KnowledgeScope(IReadOnlyCollection<string> principals, DirectorySnapshot directory)
{
    /// <summary>True for one who is named, a person in a post or unit that is, and a post of a unit that is or whose holders are all named.</summary>
    public bool Holds(string principal) => principals.Contains(principal)
        || principals.Contains(directory.UnitOf(principal))
        || directory.HoldersOf(principal) is { Count: > 0 } holders && holders.All(principals.Contains)
        || directory.PostsOf(principal).Any(p => principals.Contains(p) || principals.Contains(directory.UnitOf(p)));
}
