using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Backoffice.Typesetting;
using Backoffice.Typesetting.Seals;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Sealing;

/// <summary>The rpcs of the use of seals; one file each.</summary>
internal sealed partial class SealingService(
    DocumentDb db, MatterDesk desk, OwnBureau bureau, ISealProvider provider, Typesetter typesetter, IBlobStore blobs, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.SealingService.SealingServiceBase
{
    /// <summary>An application whose document the caller may see, to be changed.</summary>
    private async Task<SealApplication> GetAsync(string name, CancellationToken stop) => Visible(await db.AnySealApplicationAsync(name, stop), name);

    /// <summary>The same only to be read.</summary>
    private async Task<SealApplication> ReadAsync(string name, CancellationToken stop) => Visible(await db.ReadAnySealApplicationAsync(name, stop), name);

    private SealApplication Visible(SealApplication? application, string name) => application?.IsVisibleTo(caller) == true ? application : throw DocumentErrors.SealApplicationNotFound(name);

    /// <summary>The application and its matter at a step, for whoever holds it.</summary>
    private async Task<(SealApplication Application, Case On)> AtStepAsync(string name, string matterEtag, CancellationToken stop)
    {
        var application = await GetAsync(name, stop);
        var on = await desk.OfAsync(application, name, stop);
        on.Matter.ExpectVersion(matterEtag);
        on.Matter.ExpectHolder(desk.DeedOn(application));
        return (application, on);
    }

    /// <summary>Refuses what the rules forbid to be sealed; all of it is cited.</summary>
    private void ExpectSealable(SealApplication application, bool? isApproved)
    {
        var (document, seal) = (application.Document, application.Seal);
        var broken = SealRules.Check(
            new SealFacts
            {
                Genre = (Genre)(int)document.Draft.Genre,
                SealIsInUse = seal.IsInUse,
                SealOrgan = seal.Organ,
                Signatories = PrintVersion.Of(document, bureau.Name, printed: null).Signatories,
                HasText = !string.IsNullOrWhiteSpace(document.Text.Body),
                IsSigned = document.IsSigned,
                IsWhatWasAppliedFor = application.IsOfPresentPrint,
                IsApproved = isApproved,
            },
            clock.Today);
        if (broken.Count > 0)
            throw DocumentErrors.RuleBroken(broken);
    }

    private async Task<OutgoingDocument> PrintedAsync(string name, CancellationToken stop)
    {
        var document = await db.GetOutgoingAsync(name, caller, stop);
        document.ExpectState("用印", V1.OutgoingDocumentState.Printed);
        return document;
    }

    /// <summary>Where the layout of the document wants the seal of each organ; the same fonts lay it out as they did when it was printed.</summary>
    private IReadOnlyList<OrganSeal> Placed(SealApplication application, IEnumerable<string> organs)
    {
        var pages = typesetter.Lay(PrintVersion.Of(application.Document, bureau.Name, clock.Today)).Pages;
        return [.. organs.Select(organ => new OrganSeal(organ, [.. pages.SelectMany(p => p.Seals.Where(s => s.Organ == organ).Select(s => new SealSpot(p.Number, s.X, s.Y)))]))];
    }
}

/// <summary>Looks applications and uses up.</summary>
internal static class SealingLookup
{
    private static readonly CompiledQuery<DocumentDb, Guid, SealApplication> Whole = new((db, id) => db.SealApplications.Where(a => a.Id == id)
        .Include(a => a.Seal).Include(a => a.Document.Text).Include(a => a.Document.Lock));

    /// <summary>One application with its document whole to change it, whoever may see it; null when there is none.</summary>
    public static async Task<SealApplication?> AnySealApplicationAsync(this DocumentDb db, string name, CancellationToken stop)
    {
        var application = await Whole.NamedAsync(db, name, stop);
        await OutgoingDocument.Parts.LoadAsync(db, application is null ? [] : [application.Document], stop);
        return application;
    }

    /// <summary>The same only to be read.</summary>
    public static async Task<SealApplication?> ReadAnySealApplicationAsync(this DocumentDb db, string name, CancellationToken stop)
    {
        var application = await Whole.ReadNamedAsync(db, name, stop);
        await OutgoingDocument.Parts.ReadAsync(db, application is null ? [] : [application.Document], stop);
        return application;
    }

    /// <summary>Uses of seals that stand on a document, in their order; every file is made with all seals before it.</summary>
    public static IQueryable<SealUse> StandingOn(this IQueryable<SealUse> uses, Guid document) =>
        uses.Where(u => u.DocumentId == document && u.VoidTime == null).OrderBy(u => u.Month).ThenBy(u => u.Number);

    /// <summary>The organs whose seals a document bears.</summary>
    public static Task<List<string>> SealedOrgansAsync(this DocumentDb db, Guid document, CancellationToken stop) =>
        db.SealUses.AsNoTracking().StandingOn(document).Select(u => u.Seal.Organ).ToListAsync(stop);

    /// <summary>Refuses to touch the print of a document on which a seal stands.</summary>
    public static async Task ExpectNotSealedAsync(this DocumentDb db, OutgoingDocument document, CancellationToken stop)
    {
        if (document.SealedSha256.Length > 0 && await db.SealUses.AsNoTracking().StandingOn(document.Id).FirstOrDefaultAsync(stop) is { } use)
            throw DocumentErrors.AlreadySealed(document.Name, use.Name);
    }

    /// <summary>Refuses a second seal of one organ.</summary>
    public static async Task ExpectNotSealedByAsync(this DocumentDb db, OutgoingDocument document, string organ, CancellationToken stop)
    {
        if (await db.SealUses.AsNoTracking().StandingOn(document.Id).FirstOrDefaultAsync(u => u.Seal.Organ == organ, stop) is { } use)
            throw DocumentErrors.AlreadySealed(document.Name, use.Name);
    }
}
