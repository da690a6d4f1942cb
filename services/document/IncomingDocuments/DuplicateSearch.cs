using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using AlikeQuery = System.Func<Backoffice.Document.DocumentDb, System.Guid, System.DateTimeOffset, string, string, string, string, System.Collections.Generic.IReadOnlyList<string>, System.Collections.Generic.IAsyncEnumerable<Backoffice.Document.IncomingDocuments.DuplicateSearch.Candidate>>;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>A document of the register that another resembles.</summary>
internal sealed record Resembled(string Name, string? RegistrationNumber, ResemblanceKind Kind, long OrderKey, bool IsVisible)
{
    /// <summary>The number tells that a document exists; to somebody who may not see it, the reason for a refusal is all there is.</summary>
    public string NumberShown => IsVisible ? RegistrationNumber! : "—";
}

/// <summary>Finds what a document resembles, each kind along an index of its own however long the register is.</summary>
internal sealed class DuplicateSearch(DocumentDb db, DocumentOptions options, Caller caller, OfficeClock clock)
{
    private const int MostOfAKind = 5;

    /// <summary>A key that no document has, for a document that says too little to have one of its own.</summary>
    private const string NoKey = "\u0001";

    // Every registration asks this: one statement, translated once.
    private static readonly PerModel<AlikeQuery> Alike = new(() => EF.CompileAsyncQuery((DocumentDb db, Guid id, DateTimeOffset since, string duplicate, string number, string title, string subject, IReadOnlyList<string> principals) =>
        db.IncomingDocuments.AsNoTracking().Where(d => d.Id != id && d.State != IncomingDocumentState.SignedFor && d.DuplicateKey == duplicate).OrderByDescending(d => d.OrderKey).Take(MostOfAKind)
            .Select(d => new Candidate { Id = d.Id, RegistrationNumber = d.RegistrationNumber, OrderKey = d.OrderKey, Kind = (int)ResemblanceKind.Duplicate })
        .Concat(db.IncomingDocuments.AsNoTracking().Where(d => d.Id != id && d.State != IncomingDocumentState.SignedFor && d.NumberKey == number).OrderByDescending(d => d.OrderKey).Take(MostOfAKind)
            .Select(d => new Candidate { Id = d.Id, RegistrationNumber = d.RegistrationNumber, OrderKey = d.OrderKey, Kind = (int)ResemblanceKind.SameNumber }))
        .Concat(db.IncomingDocuments.AsNoTracking().Where(d => d.Id != id && d.State != IncomingDocumentState.SignedFor && d.TitleKey == title).OrderByDescending(d => d.OrderKey).Take(MostOfAKind)
            .Select(d => new Candidate { Id = d.Id, RegistrationNumber = d.RegistrationNumber, OrderKey = d.OrderKey, Kind = (int)ResemblanceKind.SameTitle }))
        .Concat(db.IncomingDocuments.AsNoTracking().Where(d => d.Id != id && d.State != IncomingDocumentState.SignedFor && d.SubjectKey == subject && d.RegisterTime >= since).OrderByDescending(d => d.OrderKey).Take(MostOfAKind)
            .Select(d => new Candidate { Id = d.Id, RegistrationNumber = d.RegistrationNumber, OrderKey = d.OrderKey, Kind = (int)ResemblanceKind.SameTitleLately }))
        .Select(c => new Candidate { Id = c.Id, RegistrationNumber = c.RegistrationNumber, OrderKey = c.OrderKey, Kind = c.Kind, IsVisible = db.Readers.Any(r => r.DocumentId == c.Id && principals.Contains(r.Principal)) })));

    private static readonly CompiledQuery<DocumentDb, IReadOnlyCollection<string>, IReadOnlyList<string>, Candidate> WithFiles = new((db, files, principals) =>
        db.IncomingDocuments.AsNoTracking().Where(d => d.State != IncomingDocumentState.SignedFor && d.Attachments.Any(a => files.Contains(a.Sha256))).OrderByDescending(d => d.OrderKey).Take(MostOfAKind + 1)
            .Select(d => new Candidate { Id = d.Id, RegistrationNumber = d.RegistrationNumber, OrderKey = d.OrderKey, Kind = (int)ResemblanceKind.SameFile, IsVisible = d.Readers.Any(r => principals.Contains(r.Principal)) }));

    /// <summary>The strongest resemblance first, the newest document first among equals; each document once.</summary>
    public async Task<IReadOnlyList<Resembled>> OfAsync(IncomingDocument document, CancellationToken stop)
    {
        var since = clock.Now.AddDays(-options.ResemblanceDays);
        var alike = await Alike.Of(db)(db, document.Id, since, KeyOr(document.DuplicateKey), KeyOr(document.NumberKey), KeyOr(document.TitleKey), KeyOr(document.SubjectKey), caller.Principals).ToListAsync(stop);
        var files = document.Attachments.Select(a => a.Sha256).Distinct().ToList();
        var holding = files.Count > 0 ? await HoldingAsync(files, document.Id, stop) : [];
        var fresh = Unstored().Where(d => d.Id != document.Id).Select(d => (Document: d, Kind: LikelyDuplicate.Between(document, d, since))).Where(d => d.Kind is not null)
            .Select(u => new Resembled(u.Document.Name, u.Document.RegistrationNumber, u.Kind!.Value, u.Document.OrderKey, u.Document.IsVisibleTo(caller)));
        return Strongest([.. alike.Concat(holding).Select(AsResembled), .. fresh]);
    }

    /// <summary>Documents of the register that hold a file.</summary>
    public async Task<IReadOnlyList<Resembled>> WithFileAsync(string sha256, Guid but, CancellationToken stop) =>
        Strongest((await HoldingAsync([sha256], but, stop)).Select(AsResembled));

    private async Task<IEnumerable<Candidate>> HoldingAsync(IReadOnlyCollection<string> files, Guid but, CancellationToken stop) =>
        (await WithFiles.ReadAsync(db, files, caller.Principals, stop)).Where(c => c.Id != but).Take(MostOfAKind);

    /// <summary>Records of the same import, which are not stored yet. They are new, so that nothing need be looked through for what has changed.</summary>
    private IReadOnlyList<IncomingDocument> Unstored()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. db.IncomingDocuments.Local];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static string KeyOr(string? key) => string.IsNullOrEmpty(key) ? NoKey : key;

    private static Resembled AsResembled(Candidate found) => new($"incomingDocuments/{found.Id}", found.RegistrationNumber, (ResemblanceKind)found.Kind, found.OrderKey, found.IsVisible);

    private static IReadOnlyList<Resembled> Strongest(IEnumerable<Resembled> found) =>
        [.. found.GroupBy(r => r.Name).Select(g => g.MinBy(r => r.Kind)!).OrderBy(r => r.Kind).ThenByDescending(r => r.OrderKey)];

    /// <summary>One row of one branch; the kind as a number, which every store can join under one column.</summary>
    internal sealed class Candidate
    {
        public Guid Id { get; init; }

        public string? RegistrationNumber { get; init; }

        public long OrderKey { get; init; }

        public int Kind { get; init; }

        public bool IsVisible { get; init; }
    }
}

/// <summary>What the contract says of it.</summary>
internal static class ResemblanceProto
{
    /// <summary>Those that the caller may see are named; of the others it is said that there are some.</summary>
    public static IEnumerable<Resemblance> ToProto(this IReadOnlyList<Resembled> found) =>
    [
        .. found.Where(r => r.IsVisible).Select(r => new Resemblance { IncomingDocument = r.Name, RegistrationNumber = r.RegistrationNumber, Kind = r.Kind }),
        .. found.Any(r => !r.IsVisible) ? [new Resemblance()] : Array.Empty<Resemblance>(),
    ];
}
