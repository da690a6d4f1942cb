using Backoffice.Document.V1;
using Backoffice.Testing;
using Shouldly;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>Long papers that a clerk registers one after the other; one that is refused is repeated with its own request id.</summary>
internal sealed class IncomingPapers(Testing.Suite suite)
{
    private readonly IncomingDocumentService.IncomingDocumentServiceClient _clerk = new(suite.As("document", Office.Clerk));
    private RegisterIncomingDocumentRequest _last = new();

    /// <summary>What the service said it has, in order.</summary>
    public List<IncomingDocument> Accepted { get; } = [];

    public async Task RegisterAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _last = Next();
            (await RepeatAsync()).ShouldBeEmpty();
        }
    }

    /// <summary>Registers until one is refused; why.</summary>
    public async Task<string> RegisterUntilRefusedAsync()
    {
        string reason;
        do
            _last = Next();
        while ((reason = await RepeatAsync()).Length == 0);
        return reason;
    }

    /// <summary>Asks once more for the last one; why it was refused, and nothing when it was accepted.</summary>
    public async Task<string> RepeatAsync()
    {
        var call = _clerk.RegisterIncomingDocumentAsync(_last);
        var refusal = await Refused.ReasonOfAsync(call);
        if (refusal.Length == 0)
            Accepted.Add((await call).IncomingDocument);
        return refusal;
    }

    /// <summary>All that was accepted is there and nothing of what was refused.</summary>
    public async Task CanBeReadAsync()
    {
        (await _clerk.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = Accepted[^1].Name })).IncomingDocument.Body.ShouldBe(Accepted[^1].Body);
        var list = await _clerk.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1000, OrderBy = "register_time" });
        list.IncomingDocuments.Select(d => d.Name).ShouldBe(Accepted.Select(d => d.Name));
    }

    /// <summary>Whether a document is shown; refused as unavailable is the one other answer.</summary>
    public async Task<bool> ReadAsync()
    {
        var refusal = await Refused.ReasonOfAsync(_clerk.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = Accepted[0].Name }));
        refusal.ShouldBeOneOf("", "UNAVAILABLE");
        return refusal.Length == 0;
    }

    /// <summary>What was refused is done by its repeat, once, and takes the next number; the next paper takes the one after it.</summary>
    public async Task GoOnAsync()
    {
        var refused = Accepted.Count + 1;
        await Eventually.SameAsync(RepeatAsync, r => r.Length == 0);
        Accepted.Count.ShouldBe(refused);
        var again = (await _clerk.RegisterIncomingDocumentAsync(_last)).IncomingDocument;
        again.Name.ShouldBe(Accepted[^1].Name, "one request, two documents");
        await RegisterAsync(1);
        await CanBeReadAsync();
        Accepted.Select(d => d.RegistrationNumber).ShouldBe(Enumerable.Range(1, Accepted.Count).Select(n => $"{Accepted[0].RegistrationNumber.Split('〕')[0]}〕{n}号"));
    }

    private RegisterIncomingDocumentRequest Next() => new()
    {
        IncomingDocument = new IncomingDocument { Title = $"关于第{Accepted.Count + 1}件事的通知", Issuer = "省民政厅", Genre = DocumentGenre.Notice, Body = BodyOf(Accepted.Count + 1) },
        RequestId = Guid.NewGuid().ToString(),
    };

    private static string BodyOf(int n) => string.Concat(Enumerable.Range(0, 4_000).Select(i => (char)('一' + (((i * 7) + (n * 131)) % 8_000))));
}
