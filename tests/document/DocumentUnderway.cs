using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;

namespace Backoffice.Document.Tests;

/// <summary>One document that the people of the test bureau are at work on.</summary>
internal sealed class DocumentUnderway
{
    public const string Lead = Office.SectionChief;
    public const string Assistant = Office.FinanceChief;

    private readonly Suite _suite;

    private DocumentUnderway(Suite suite, IncomingDocument document) => (_suite, Document) = (suite, document.Name);

    public string Document { get; }

    public string Matter { get; private set; } = "";

    public static string PostOf(string person) => $"posts/{person}";

    /// <summary>A document that came in another way than by these.</summary>
    public static DocumentUnderway Of(Suite suite, string document) => new(suite, new IncomingDocument { Name = document });

    /// <summary>In the register, and not under way.</summary>
    public static async Task<DocumentUnderway> RegisteredAsync(DocumentSuites suites, StoreKind store, IncomingDocument? document = null)
    {
        var suite = await suites.On(store);
        return new DocumentUnderway(suite, await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(document));
    }

    /// <summary>Before the clerk, in a bureau of the test's own.</summary>
    public static async Task<DocumentUnderway> StartedAsync(Suite suite, IncomingDocument? document = null)
    {
        var on = new DocumentUnderway(suite, await new IncomingDocumentService.IncomingDocumentServiceClient(suite.As("document", Office.Clerk)).RegisterAsync(document));
        await on.StartAsync();
        return on;
    }

    /// <summary>Before the clerk, who is to screen it.</summary>
    public static async Task<DocumentUnderway> StartedAsync(DocumentSuites suites, StoreKind store, IncomingDocument? document = null)
    {
        var on = await RegisteredAsync(suites, store, document);
        await on.StartAsync();
        return on;
    }

    /// <summary>Before the office director, who is to propose how it is handled.</summary>
    public static async Task<DocumentUnderway> ScreenedAsync(DocumentSuites suites, StoreKind store, IncomingDocument? document = null)
    {
        var on = await StartedAsync(suites, store, document);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening());
        return on;
    }

    /// <summary>Before the director, who is to instruct.</summary>
    public static async Task<DocumentUnderway> ProposedAsync(DocumentSuites suites, StoreKind store, IncomingDocument? document = null)
    {
        var on = await ScreenedAsync(suites, store, document);
        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal());
        return on;
    }

    /// <summary>Before the section chief, with the finance chief to assist.</summary>
    public static async Task<DocumentUnderway> InstructedAsync(DocumentSuites suites, StoreKind store, IncomingDocument? document = null)
    {
        var on = await ProposedAsync(suites, store, document);
        await on.HandlingAs(Office.Director).InstructHandlingAsync(new InstructHandlingRequest { Name = on.Document });
        return on;
    }

    /// <summary>Before the clerk, who is to close it.</summary>
    public static async Task<DocumentUnderway> AnsweredAsync(DocumentSuites suites, StoreKind store, IncomingDocument? document = null)
    {
        var on = await InstructedAsync(suites, store, document);
        await on.MattersAs(Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Opinion = "同意。" });
        await on.HandlingAs(Lead).AnswerIncomingDocumentAsync(on.Result());
        return on;
    }

    public async Task StartAsync() => Matter = (await HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = Document })).Matter.Name;

    public MatterService.MatterServiceClient MattersAs(string person) => new(_suite.As("document", person));

    public IncomingHandlingService.IncomingHandlingServiceClient HandlingAs(string person) => new(_suite.As("document", person));

    public IncomingDocumentService.IncomingDocumentServiceClient DocumentsAs(string person) => new(_suite.As("document", person));

    public ScreenIncomingDocumentRequest Screening(params IEnumerable<string> readers) => new()
    {
        Name = Document,
        Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
        Kind = readers.Any() ? HandlingKind.ForInformation : HandlingKind.ForAction,
        Readers = { readers.Select(Reader) },
    };

    public ProposeHandlingRequest Proposal() => new()
    {
        Name = Document,
        Opinion = "拟请局长阅示，由社会救助科主办。",
        LeaderPost = PostOf(Office.Director),
        Plan = new HandlingPlan { LeadPost = PostOf(Lead), AssistingPosts = { PostOf(Assistant) } },
    };

    public AnswerIncomingDocumentRequest Result() => new() { Name = Document, Result = "已按要求落实。", Answer = "清民函〔2026〕8号" };

    public static Assignee Reader(string name) =>
        name.StartsWith("posts/", StringComparison.Ordinal) ? new Assignee { Post = name } : new Assignee { Person = name };

    public async Task<Matter> GetAsync(string person = Office.Clerk) => (await MattersAs(person).GetMatterAsync(new GetMatterRequest { Name = Matter })).Matter;

    public async Task<IncomingDocument> GetDocumentAsync(string person = Office.Clerk) =>
        (await DocumentsAs(person).GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = Document })).IncomingDocument;

    /// <summary>Everything done so far, proved by its seals.</summary>
    public async Task<IReadOnlyList<Act>> ActsAsync()
    {
        var history = await MattersAs(Office.Clerk).ListMatterActsAsync(new ListMatterActsRequest { Parent = Matter, PageSize = 1000 });
        return history.SealsHold ? history.Acts : throw new InvalidOperationException($"A seal of {Matter} does not hold.");
    }

    /// <summary>What the inboxes were told of this matter.</summary>
    public async Task<IReadOnlyList<Progress>> ProgressAsync() =>
        [.. (await _suite.EventsAsync<MatterProgressed>("document")).Select(e => e.Progress).Where(p => p.Matter == Matter)];

    public async Task CirculateAsync(params IEnumerable<string> readers) => await MattersAs(Office.Clerk).CirculateMatterAsync(new CirculateMatterRequest { Name = Matter, Readers = { readers.Select(Reader) } });
}
