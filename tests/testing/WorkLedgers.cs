using System.Globalization;
using Backoffice.Archive.V1;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Grpc.Core;
using Shouldly;
using FilingService = Backoffice.Archive.V1.FilingService;

namespace Backoffice.Testing;

/// <summary>What the services keep of the work of an office under fire: each document once, in register, inboxes and archive.</summary>
public static class WorkLedgers
{
    private const int Page = 1000;

    /// <summary>The register has every document that was handled, closed, under numbers without gaps or doubles.</summary>
    public static async Task RegisterIsWholeAsync(this OfficeUnderFire work, CallInvoker clerk)
    {
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(clerk);
        var register = await EveryPageAsync(async token => await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = Page, PageToken = token }), p => p.IncomingDocuments, p => p.NextPageToken);
        register.Select(d => d.Name).Order().ShouldBe(work.Done.Select(d => d.Document).Order());
        register.ShouldAllBe(d => d.State == IncomingDocumentState.Closed);
        foreach (var year in register.Select(d => d.RegistrationNumber.Split('〕')).ToLookup(n => n[0], n => int.Parse(n[1].TrimEnd('号'), CultureInfo.InvariantCulture)))
            year.Order().ShouldBe(Enumerable.Range(1, year.Count()));
    }

    /// <summary>Nobody has anything to do any more, and everybody has done what was theirs.</summary>
    /// <param name="work">The work.</param>
    /// <param name="coordination">Calls coordination as a person.</param>
    /// <param name="patience">How long events may still be under way; none where they have been waited for.</param>
    public static async Task InboxesEqualTheWorkAsync(this OfficeUnderFire work, Func<string, CallInvoker> coordination, TimeSpan patience)
    {
        var documents = work.Done.Count;
        foreach (var (person, done) in new[] { (Office.Clerk, 2 * documents), (Office.OfficeDirector, documents), (Office.Director, documents), (Office.SectionChief, documents) })
        {
            var inbox = new InboxService.InboxServiceClient(coordination(person));
            var counts = await Eventually.SameAsync(async () => (await inbox.GetInboxCountsAsync(new GetInboxCountsRequest())).Counts, c => c.ToDo == 0 && c.Done == done, patience);
            counts.Started.ShouldBe(person == Office.Clerk ? documents : 0);
        }
    }

    /// <summary>The archive has an item for each, under numbers without gaps or doubles.</summary>
    public static async Task EveryDocumentIsFiledOnceAsync(this OfficeUnderFire work, CallInvoker archivist)
    {
        var filings = new FilingService.FilingServiceClient(archivist);
        var filed = await Eventually.SameAsync(
            () => EveryPageAsync(async token => await filings.ListFilingsAsync(new ListFilingsRequest { PageSize = Page, PageToken = token }), p => p.Filings, p => p.NextPageToken),
            all => all.Count == work.Done.Count && all.All(f => f.State == FilingState.Filed), TimeSpan.FromSeconds(60));
        filed.Select(f => f.Source).Order().ShouldBe(work.Done.Select(d => d.Document).Order());
        var archive = new ArchiveItemService.ArchiveItemServiceClient(archivist);
        var items = await EveryPageAsync(async token => await archive.ListArchiveItemsAsync(new ListArchiveItemsRequest { PageSize = Page, PageToken = token }), p => p.ArchiveItems, p => p.NextPageToken);
        items.Select(i => i.Source).Order().ShouldBe(filed.Select(f => f.Source).Order());
        foreach (var numbered in items.GroupBy(i => i.ReferenceCode[..^4]))
            numbered.Select(i => i.ReferenceCode[^4..]).Order().ShouldBe(Enumerable.Range(1, numbered.Count()).Select(n => n.ToString("0000", CultureInfo.InvariantCulture)));
    }

    private static async Task<List<TRow>> EveryPageAsync<TPage, TRow>(Func<string, Task<TPage>> pageAt, Func<TPage, IEnumerable<TRow>> rows, Func<TPage, string> next)
    {
        var all = new List<TRow>();
        var token = "";
        do
        {
            var page = await pageAt(token);
            all.AddRange(rows(page));
            token = next(page);
        }
        while (token.Length > 0);
        return all;
    }
}
