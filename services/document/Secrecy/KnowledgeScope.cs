using Backoffice.Platform.Organisation;

namespace Backoffice.Document.Secrecy;

/// <summary>Who may know: people, posts and units, and whoever is in them.</summary>
internal sealed class KnowledgeScope(IReadOnlyCollection<string> principals, DirectorySnapshot directory)
{
    /// <summary>True for one who is named, a post of a unit that is, and a person in a post or unit that is.</summary>
    public bool Holds(string principal) => principals.Contains(principal)
        || principals.Contains(directory.UnitOf(principal))
        || directory.PostsOf(principal).Any(p => principals.Contains(p) || principals.Contains(directory.UnitOf(p)));
}
