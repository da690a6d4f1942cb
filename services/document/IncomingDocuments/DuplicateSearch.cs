using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>The strongest resemblance first, the newest document first among equals; each document once.</summary>
    public async Task<IReadOnlyList<Resembled>> OfAsync(IncomingDocument document, CancellationToken stop)
    {
        var since = clock.Now.AddDays(-options.ResemblanceDays);
        List<IQueryable<Candidate>> branches = [.. AlikeOf(document, since).Select(a => Newest(a.Others, (int)a.Kind))];
        var files = document.Attachments.Select(a => a.Sha256).Distinct().ToList();
        if (files.Count > 0)
            branches.Add(Newest(WithFiles(files, document.Id), (int)ResemblanceKind.SameFile));
        // Records of the same import are not stored yet.
        var unstored = db.IncomingDocuments.Local.Where(d => d.Id != document.Id).Select(d => (Document: d, Kind: LikelyDuplicate.Between(document, d, since))).Where(d => d.Kind is not null);
        var fresh = unstored.Select(u => new Resembled(u.Document.Name, u.Document.RegistrationNumber, u.Kind!.Value, u.Document.OrderKey, u.Document.IsVisibleTo(caller)));
        return Strongest([.. await ReadAsync(branches, stop), .. fresh]);
    }

    /// <summary>Documents of the register that hold a file.</summary>
    public async Task<IReadOnlyList<Resembled>> WithFileAsync(string sha256, Guid but, CancellationToken stop) =>
        Strongest(await ReadAsync([Newest(WithFiles([sha256], but), (int)ResemblanceKind.SameFile)], stop));

    private List<(ResemblanceKind Kind, IQueryable<IncomingDocument> Others)> AlikeOf(IncomingDocument document, DateTimeOffset since)
    {
        var registered = db.IncomingDocuments.AsNoTracking().Where(d => d.Id != document.Id && d.State != IncomingDocumentState.SignedFor);
        var (duplicate, number, title, subject) = (document.DuplicateKey, document.NumberKey, document.TitleKey, document.SubjectKey);
        List<(ResemblanceKind, IQueryable<IncomingDocument>)> alike = [];
        if (duplicate.Length > 0)
            alike.Add((ResemblanceKind.Duplicate, registered.Where(d => d.DuplicateKey == duplicate)));
        if (number.Length > 0)
            alike.Add((ResemblanceKind.SameNumber, registered.Where(d => d.NumberKey == number)));
        if (title.Length > 0)
            alike.Add((ResemblanceKind.SameTitle, registered.Where(d => d.TitleKey == title)));
        if (!string.IsNullOrEmpty(subject))
            alike.Add((ResemblanceKind.SameTitleLately, registered.Where(d => d.SubjectKey == subject && d.RegisterTime >= since)));
        return alike;
    }

    private IQueryable<IncomingDocument> WithFiles(IReadOnlyList<string> files, Guid but) => db.IncomingDocuments.AsNoTracking()
        .Where(d => d.Id != but && d.State != IncomingDocumentState.SignedFor && d.Attachments.Any(a => files.Contains(a.Sha256)));

    private IQueryable<Candidate> Newest(IQueryable<IncomingDocument> documents, int kind)
    {
        var principals = caller.Principals;
        return documents.OrderByDescending(d => d.OrderKey).Take(MostOfAKind).Select(d => new Candidate
        {
            Id = d.Id,
            RegistrationNumber = d.RegistrationNumber,
            OrderKey = d.OrderKey,
            Kind = EF.Constant(kind),
            IsVisible = d.Readers.Any(r => principals.Contains(r.Principal)),
        });
    }

    private static async Task<IEnumerable<Resembled>> ReadAsync(List<IQueryable<Candidate>> branches, CancellationToken stop)
    {
        if (branches.Count == 0)
            return [];
        var found = await branches.Aggregate((one, other) => one.Concat(other)).ToListAsync(stop);
        return found.Select(c => new Resembled($"incomingDocuments/{c.Id}", c.RegistrationNumber, (ResemblanceKind)c.Kind, c.OrderKey, c.IsVisible));
    }

    private static IReadOnlyList<Resembled> Strongest(IEnumerable<Resembled> found) =>
        [.. found.GroupBy(r => r.Name).Select(g => g.MinBy(r => r.Kind)!).OrderBy(r => r.Kind).ThenByDescending(r => r.OrderKey)];

    /// <summary>One row of one branch; the kind as a number, which every store can join under one column.</summary>
    private sealed class Candidate
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
