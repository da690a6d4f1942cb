using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Document.V1;
using Grpc.Core;
using Shouldly;

namespace Backoffice.Host.Tests.Import;

/// <summary>The register of incoming documents as the clerk reads it through the gateway.</summary>
internal sealed partial class Register(CallInvoker clerk)
{
    private readonly IncomingDocumentService.IncomingDocumentServiceClient _documents = new(clerk);

    public static async Task<Register> OfAsync(TrialInstallation installation) => new(await installation.AsAsync("clerk"));

    /// <summary>Every document, newest first.</summary>
    public async Task<IReadOnlyList<IncomingDocument>> ReadAsync()
    {
        var (all, request) = (new List<IncomingDocument>(), new ListIncomingDocumentsRequest { PageSize = 1000 });
        do
        {
            var page = await _documents.ListIncomingDocumentsAsync(request);
            all.AddRange(page.IncomingDocuments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    /// <summary>Each record of a collection stands in it once, and its numbers run from 1 without gaps or doubles.</summary>
    public async Task HoldsOnceAsync(string collection, int count)
    {
        var all = await ReadAsync();
        var sources = all.Select(d => d.Source).Where(s => s.StartsWith($"{collection}/", StringComparison.Ordinal)).ToList();
        sources.Count.ShouldBe(count);
        sources.ShouldBeUnique();
        // Newest first, so the last number is the first one given.
        all.Reverse().Select(d => NumberOf(d)).ShouldBe(Enumerable.Range(1, all.Count));
    }

    /// <summary>How many documents are found by a word, page after page; a search itself counts to a hundred.</summary>
    public async Task<int> CountFoundAsync(string word)
    {
        var (count, request) = (0, new SearchIncomingDocumentsRequest { Query = word, PageSize = 100 });
        do
        {
            var page = await _documents.SearchIncomingDocumentsAsync(request);
            count += page.Hits.Count;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return count;
    }

    private static int NumberOf(IncomingDocument document) => int.Parse(Number().Match(document.RegistrationNumber).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^收〔[0-9]{4}〕([0-9]+)号$")]
    private static partial Regex Number();
}
