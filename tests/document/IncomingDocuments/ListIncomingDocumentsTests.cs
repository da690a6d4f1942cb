using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Type;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class ListIncomingDocumentsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Walking_the_pages_reads_every_document_once_in_every_order(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var issuer = $"发文机关{Guid.NewGuid():N}";
        var names = new List<string>();
        for (var i = 0; i < 23; i++)
        {
            var document = Documents.Any();
            document.Issuer = issuer;
            // Some on the same day, some without one; some readable under two names, which must not show them twice.
            document.IssueDate = i % 4 == 0 ? null : new Date { Year = 2026, Month = 1, Day = 1 + (i / 3) };
            document.Readers.Add(Office.OfficeUnit);
            if (i % 2 == 0)
                document.Readers.Add("people/clerk");
            names.Add((await documents.RegisterAsync(document)).Name);
        }

        foreach (var order in new[] { "", "register_time desc", "register_time", "issue_date desc", "issue_date" })
        {
            var walked = await WalkAsync(documents, new ListIncomingDocumentsRequest { PageSize = 4, Filter = $"issuer = \"{issuer}\"", OrderBy = order });
            walked.Select(d => d.Name).ShouldBe(names, ignoreOrder: true);
            if (order.StartsWith("register_time", StringComparison.Ordinal) || order.Length == 0)
                walked.Select(d => d.Name).ShouldBe(order == "register_time" ? names : Enumerable.Reverse(names));
            else
                walked.Select(Day).ShouldBe(order == "issue_date" ? walked.Select(Day).Order() : walked.Select(Day).OrderDescending());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_list_and_its_count_hold_what_the_caller_may_see(StoreKind store)
    {
        var clerk = await suites.DocumentsAs(Office.Clerk, store);
        var issuer = $"发文机关{Guid.NewGuid():N}";
        for (var i = 0; i < 3; i++)
        {
            var document = Documents.Any();
            document.Issuer = issuer;
            document.Readers.Add(i == 0 ? Office.SectionUnit : Office.OfficeUnit);
            await clerk.RegisterAsync(document);
        }
        var request = new ListIncomingDocumentsRequest { Filter = $"issuer = \"{issuer}\"" };
        (await clerk.ListIncomingDocumentsAsync(request)).TotalSize.ShouldBe(2);
        (await (await suites.DocumentsAs(Office.SectionChief, store)).ListIncomingDocumentsAsync(request)).TotalSize.ShouldBe(1);
        var county = await (await suites.DocumentsAs(Office.County, store)).ListIncomingDocumentsAsync(request);
        county.TotalSize.ShouldBe(0);
        county.IncomingDocuments.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Lists_carry_no_bodies(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        await documents.RegisterAsync();
        (await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest())).IncomingDocuments.ShouldAllBe(d => d.Body.Length == 0);
    }

    [Theory, EveryDatabase]
    public async Task Filters_narrow_by_every_documented_field(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var document = Documents.Any();
        document.IssueDate = new Date { Year = 2025, Month = 12, Day = 31 };
        document.Urgency = Urgency.ExtraUrgent;
        document.Issuer = $"引号\"与反斜杠\\{Guid.NewGuid():N}";
        var registered = await documents.RegisterAsync(document);
        var issuer = $"issuer = \"{document.Issuer.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        foreach (var matching in new[]
        {
            "state = REGISTERED", "state != SIGNED_FOR", "genre = DOCUMENT_GENRE_NOTICE", "urgency = EXTRA_URGENT", "urgency != URGENT",
            $"document_number = \"{document.DocumentNumber.Replace('〔', '[').Replace('〕', ']')}\"", $"registration_number = \"{registered.RegistrationNumber}\"",
            "issue_date = 2025-12-31", "issue_date >= 2025-12-31 AND issue_date < \"2026-01-01\"", "register_time > \"2020-01-01T00:00:00+08:00\"",
        })
        {
            (await CountAsync($"{issuer} AND {matching}")).ShouldBe(1, matching);
        }
        foreach (var other in new[] { "state = SIGNED_FOR", "genre = LETTER", "urgency = URGENT", "issue_date > 2025-12-31", "register_time < \"2020-01-01T00:00:00Z\"" })
            (await CountAsync($"{issuer} AND {other}")).ShouldBe(0, other);

        async Task<int> CountAsync(string filter) => (await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { Filter = filter })).TotalSize;
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("body = x")]
    [InlineData("issuer < x")]
    [InlineData("issuer = \"open")]
    [InlineData("genre = NOVEL")]
    [InlineData("genre = 3")]
    [InlineData("issue_date = yesterday")]
    [InlineData("issuer = a OR issuer = b")]
    [InlineData("issuer = 'a'; DROP TABLE incoming_documents")]
    public async Task A_filter_outside_the_grammar_is_refused_with_its_position(string filter)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, StoreKind.Sqlite);
        var info = await Refused.ForAsync("INVALID_FILTER", documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { Filter = filter }));
        int.Parse(info.Metadata["position"]).ShouldBeInRange(1, filter.Length + 1);
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("😀")]
    public async Task A_foreign_page_token_is_refused(string token)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, StoreKind.Sqlite);
        await Refused.ForAsync("INVALID_PAGE_TOKEN", documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageToken = token }));
    }

    [Fact]
    public async Task A_page_token_serves_its_own_filter_only()
    {
        var documents = await suites.DocumentsAs(Office.Clerk, StoreKind.Sqlite);
        await documents.RegisterAsync();
        await documents.RegisterAsync();
        var page = await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1 });
        await documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 7, PageToken = page.NextPageToken });
        await Refused.ForAsync("INVALID_PAGE_TOKEN", documents.ListIncomingDocumentsAsync(
            new ListIncomingDocumentsRequest { PageSize = 1, PageToken = page.NextPageToken, Filter = "genre = NOTICE" }));
    }

    private static int Day(IncomingDocument document) => document.IssueDate is { } d ? (d.Year * 10000) + (d.Month * 100) + d.Day : 0;

    private static async Task<List<IncomingDocument>> WalkAsync(IncomingDocumentService.IncomingDocumentServiceClient documents, ListIncomingDocumentsRequest request)
    {
        var walked = new List<IncomingDocument>();
        do
        {
            var page = await documents.ListIncomingDocumentsAsync(request);
            page.IncomingDocuments.Count.ShouldBeLessThanOrEqualTo(request.PageSize);
            walked.AddRange(page.IncomingDocuments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return walked;
    }
}
