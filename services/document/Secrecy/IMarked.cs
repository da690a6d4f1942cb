using Backoffice.Document.Matters;
using Backoffice.Document.Search;
using Backoffice.Regulations.Secrecy;

namespace Backoffice.Document.Secrecy;

/// <summary>A document that can bear a mark of secrecy.</summary>
internal interface IMarked : ISubject, ISearched
{
    string Name { get; }

    SecrecyLevel Secrecy { get; }

    /// <summary>True when its readers are the whole of those who may know: nobody becomes one by being given it.</summary>
    bool IsScoped { get; }

    /// <summary>Everything in it that could bear the mark of a state secret.</summary>
    IEnumerable<string> Texts { get; }

    /// <param name="printed">As it stands on paper; empty for nothing.</param>
    /// <param name="scope">Who may know; empty for its ordinary readers.</param>
    void TakeMark(SecrecyLevel level, string printed, IReadOnlyList<string> scope);
}
