using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Rules;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Secrecy;

/// <summary>What secrecy demands wherever a document is handled, handed on or taken out.</summary>
internal sealed class SecrecyDesk(DocumentDb db, Caller caller, DirectoryCache directory, OfficeClock clock)
{
    /// <summary>A document that the caller may see, to be marked.</summary>
    public async Task<IMarked> GetAsync(string name, CancellationToken stop) =>
        name.StartsWith("incoming", StringComparison.Ordinal) ? await db.GetAsync(name, caller, stop) : await db.GetOutgoingAsync(name, caller, stop);

    /// <summary>A document of which there is a mark, for work that nobody called for, whoever may see it.</summary>
    public async Task<IMarked> AnyAsync(string name, CancellationToken stop) =>
        (name.StartsWith("incoming", StringComparison.Ordinal) ? await db.AnyIncomingAsync(name, stop) : (IMarked?)await db.AnyOutgoingAsync(name, stop))
        ?? throw new InvalidOperationException($"There is a mark of {name}, which is gone.");

    public Task<SecrecyMark?> MarkOfAsync(string name, CancellationToken stop) =>
        db.SecrecyMarks.Include(m => m.Extensions).Include(m => m.Reviews).AsSplitQuery().SingleOrDefaultAsync(m => m.Subject == name, stop);

    /// <summary>Refuses to let somebody know who is outside the scope of the document; whoever is in it reads it already.</summary>
    public async Task ExpectWithinScopeAsync(ISubject subject, IEnumerable<string> principals, CancellationToken stop)
    {
        if (subject.Marked is not { IsScoped: true } document)
            return;
        var mark = await MarkOfAsync(document.Name, stop) ?? throw new InvalidOperationException($"{document.Name} has a scope and no mark.");
        var scope = new KnowledgeScope([.. mark.Scope], directory.Current);
        if (principals.Where(p => !scope.Holds(p)).Select(directory.Current.DisplayNameOf).Distinct().ToList() is { Count: > 0 } outside)
            throw Refuse(SecrecyRules.OutsideScope(document.Secrecy, string.Join('、', outside)));
    }

    /// <summary>Refuses to send on what bears a mark in its text and none itself, or one that is no mark.</summary>
    public static void ExpectMarked(IMarked document)
    {
        var written = document.Texts.Select(StateSecretMark.LevelIn).DefaultIfEmpty().Max();
        // What others wrote stands as they wrote it.
        var misformed = document is OutgoingDocument ? document.Texts.SelectMany(MarkForm.Check) : [];
        if (SecrecyRules.MarkIsTheDocuments(written, document.Secrecy).Concat(misformed).ToList() is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
    }

    /// <summary>Refuses to sign what the classification officer has not confirmed.</summary>
    public async Task ExpectConfirmedAsync(IMarked document, CancellationToken stop)
    {
        ExpectMarked(document);
        if (document.Secrecy.IsStateSecret() && await MarkOfAsync(document.Name, stop) is { AwaitsOfficer: true })
            throw Refuse(SecrecyRules.NotConfirmed());
    }

    /// <summary>True when this organ decided what it is: it issues the document, and derived it from nobody else's secret.</summary>
    public async Task<bool> IsOriginalHereAsync(SecrecyMark mark, CancellationToken stop)
    {
        var seen = new HashSet<string>();
        for (var source = mark; source.Subject.StartsWith("outgoing", StringComparison.Ordinal) && source.Referral == Referral.None && seen.Add(source.Subject);)
        {
            if (source.DerivedFrom.Length == 0)
                return true;
            if (await MarkOfAsync(source.DerivedFrom, stop) is not { } further)
                return false;
            source = further;
        }
        return false;
    }

    /// <summary>Refuses to give a state secret out as a file without approval.</summary>
    public async Task ExpectExportApprovedAsync(IMarked document, CancellationToken stop)
    {
        if (!document.Secrecy.IsStateSecret())
            return;
        var now = clock.Now;
        if (!await db.ExportApprovals.AnyAsync(a => a.Subject == document.Name && a.Person == caller.Person && a.ExpireTime > now, stop))
            throw Refuse(CopyRules.NotApproved(document.Secrecy));
    }

    /// <summary>Who got what is marked is in the audit trail before it leaves (保密法实施条例 第20条).</summary>
    public async Task RecordReadAsync(IMarked document, ServerCallContext context)
    {
        if (document.Secrecy == SecrecyLevel.None)
            return;
        await using var turn = await db.BeginTurnAsync(context);
        await turn.CommitAsync();
    }

    /// <summary>Who was shown the text of a secret of the higher levels is in the trail before it is.</summary>
    public async Task RecordReaderAsync(IMarked document, ServerCallContext context)
    {
        if (SecrecyRules.RecordsReaders(document.Secrecy))
            await RecordReadAsync(document, context);
    }

    /// <summary>Refuses to name other readers of a document whose scope says who reads it.</summary>
    public static void ExpectNoScope(IMarked document, IEnumerable<string> readers)
    {
        if (document.IsScoped)
            throw Refuse(SecrecyRules.OutsideScope(document.Secrecy, string.Join('、', readers)));
    }

    public static Platform.Errors.Refusal Refuse(params IReadOnlyList<Finding> findings) => DocumentErrors.RuleBroken(findings);
}
