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

namespace Backoffice.Document.Secrecy;

/// <summary>What secrecy demands wherever a document is handled, handed on or taken out.</summary>
internal sealed class SecrecyDesk(DocumentDb db, Caller caller, DirectoryCache directory, OfficeClock clock)
{
    /// <summary>A document that the caller may see, to be marked.</summary>
    public async Task<IMarked> GetAsync(string name, CancellationToken stop) =>
        name.StartsWith("incoming", StringComparison.Ordinal) ? await db.GetAsync(name, caller, stop) : await db.GetOutgoingAsync(name, caller, stop);

    public Task<SecrecyMark?> MarkOfAsync(string name, CancellationToken stop) =>
        db.SecrecyMarks.Include(m => m.Extensions).SingleOrDefaultAsync(m => m.Subject == name, stop);

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

    /// <summary>Refuses to send on what bears a mark in its text and none itself.</summary>
    public static void ExpectMarked(IMarked document)
    {
        var written = document.Texts.Select(StateSecretMark.LevelIn).DefaultIfEmpty().Max();
        if (SecrecyRules.MarkIsTheDocuments(written, document.Secrecy).ToList() is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
    }

    /// <summary>Refuses to sign what the classification officer has not confirmed.</summary>
    public async Task ExpectConfirmedAsync(IMarked document, CancellationToken stop)
    {
        ExpectMarked(document);
        if (document.Secrecy.IsStateSecret() && await MarkOfAsync(document.Name, stop) is { AwaitsOfficer: true })
            throw Refuse(SecrecyRules.NotConfirmed());
    }

    /// <summary>Refuses to give a state secret out as a file without approval.</summary>
    public async Task ExpectExportApprovedAsync(IMarked document, CancellationToken stop)
    {
        if (!document.Secrecy.IsStateSecret())
            return;
        var now = clock.Now;
        if (!await db.ExportApprovals.AnyAsync(a => a.Subject == document.Name && a.Person == caller.Person && a.ExpireTime > now, stop))
            throw Refuse(SecrecyRules.ExportNotApproved(document.Secrecy));
    }

    /// <summary>Who got what is marked is in the audit trail before it leaves (保密法实施条例 第20条).</summary>
    public async Task RecordReadAsync(IMarked document, ServerCallContext context)
    {
        if (document.Secrecy == SecrecyLevel.None)
            return;
        await using var turn = await db.BeginTurnAsync(context);
        await turn.CommitAsync();
    }

    /// <summary>Refuses to name other readers of a document whose scope says who reads it.</summary>
    public static void ExpectNoScope(IMarked document, IEnumerable<string> readers)
    {
        if (document.IsScoped)
            throw Refuse(SecrecyRules.OutsideScope(document.Secrecy, string.Join('、', readers)));
    }

    public static Platform.Errors.Refusal Refuse(params IReadOnlyList<Finding> findings) => DocumentErrors.RuleBroken(findings);
}
