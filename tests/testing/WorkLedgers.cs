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
    /// <summary>The register has every document that was handled, closed, under numbers without gaps or doubles.</summary>
    public static async Task RegisterIsWholeAsync(this OfficeUnderFire work, CallInvoker clerk)
    {
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(clerk);
        var register = (await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1000 })).IncomingDocuments;
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
            async () => (await filings.ListFilingsAsync(new ListFilingsRequest { PageSize = 1000 })).Filings,
            all => all.Count == work.Done.Count && all.All(f => f.State == FilingState.Filed), TimeSpan.FromSeconds(60));
        filed.Select(f => f.Source).Order().ShouldBe(work.Done.Select(d => d.Document).Order());
        var items = (await new ArchiveItemService.ArchiveItemServiceClient(archivist).ListArchiveItemsAsync(new ListArchiveItemsRequest { PageSize = 1000 })).ArchiveItems;
        items.Select(i => i.Source).Order().ShouldBe(filed.Select(f => f.Source).Order());
        foreach (var numbered in items.GroupBy(i => i.ReferenceCode[..^4]))
            numbered.Select(i => i.ReferenceCode[^4..]).Order().ShouldBe(Enumerable.Range(1, numbered.Count()).Select(n => n.ToString("0000", CultureInfo.InvariantCulture)));
    }
}
