using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;

namespace Backoffice.Document.Matters;

/// <summary>A document that a matter is about.</summary>
internal interface ISubject
{
    /// <summary>As inboxes show it.</summary>
    MatterSubject ToSubject();

    /// <summary>Hash of everything that is decided on; made from the whole text each time it is asked for.</summary>
    string ContentSha256();

    bool IsVisibleTo(Caller caller);

    /// <summary>The document whose mark says who may know of it.</summary>
    IMarked Marked { get; }

    /// <summary>Whoever gets a task or a copy may read it; false when everybody could already.</summary>
    bool LetAlsoRead(IReadOnlyList<string> principals);

    /// <summary>The day a step is due, where the document says so; null where the procedure does.</summary>
    DateOnly? DueDayOf(Step step);

    /// <summary>催办人: `posts/{id}` who sees to it that it is done in time; empty when nobody was named.</summary>
    string ChaserPost { get; }

    /// <summary>The matter has ended, or runs again.</summary>
    void Follow(Matter matter, DateTimeOffset at);

    /// <summary>The matter was returned to the step that it is at now. What does not change by that has nothing to do.</summary>
    void ComeBack(Matter matter)
    {
    }
}

/// <summary>A matter with the document it is about.</summary>
internal sealed record Case(Matter Matter, ISubject Subject);
