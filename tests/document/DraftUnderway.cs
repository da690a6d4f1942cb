using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Calendar;
using Backoffice.Testing;
using Google.Type;
using Grpc.Core;
using OutgoingDocument = Backoffice.Document.V1.OutgoingDocument;

namespace Backoffice.Document.Tests;

/// <summary>One document that the test bureau issues: drafted by the staff of a section and brought as far as a test wants it.</summary>
internal sealed class DraftUnderway
{
    /// <summary>Drafts.</summary>
    public const string Drafter = Office.Staff;

    /// <summary>Sees no document of the section unless asked for an opinion.</summary>
    public const string Outsider = Office.FinanceChief;

    /// <summary>The steps without countersigning, in order; `dispatched` is after the last.</summary>
    public static readonly IReadOnlyList<string> Steps = ["draft", "section-review", "office-review", "sign", "recheck", "register", "print", "dispatch", "dispatched"];

    private readonly Suite _suite;

    private DraftUnderway(Suite suite, string name) => (_suite, Name) = (suite, name);

    public string Name { get; }

    public string Matter { get; private set; } = "";

    public static Date Today => DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>A notice to the county, against which no rule has anything.</summary>
    public static OutgoingDocument Notice() => new()
    {
        Title = $"关于做好社会救助工作（{Guid.NewGuid():N}）的通知",
        Genre = DocumentGenre.Notice,
        Direction = RoutingDirection.Downward,
        MainRecipients = "县民政局",
        Body = "现将有关事项通知如下。\n一、提高认识。\n二、落实责任。",
        Necessity = "贯彻上级部署",
    };

    /// <summary>The same as a normative document, whose legality is reviewed by the finance section.</summary>
    public static OutgoingDocument NormativeNotice()
    {
        var notice = Notice();
        notice.Normative = true;
        return notice;
    }

    /// <summary>A request to the bureau's own government, against which no rule has anything.</summary>
    public static OutgoingDocument Request() => new()
    {
        Title = $"关于调整救助标准（{Guid.NewGuid():N}）的请示",
        Genre = DocumentGenre.Request,
        Direction = RoutingDirection.Upward,
        MainRecipients = "市政府",
        Body = "现就调整救助标准请示如下。\n妥否，请批示。",
        RequestItems = { "调整救助标准" },
        Necessity = "标准三年未调整",
    };

    /// <summary>The bureau alone with its documents, where numbers or the directory must be the test's own.</summary>
    public static async Task<Suite> OwnSuiteAsync(StoreKind store, TimeProvider? clock = null, Backoffice.Coordination.V1.Directory? directory = null)
    {
        var suite = await Suite.StartAsync(store, clock ?? TimeProvider.System, DocumentModule.Module);
        await suite.PublishAsync(directory ?? Office.Directory);
        return suite;
    }

    /// <summary>A document that waits for a step.</summary>
    public static async Task<DraftUnderway> AtAsync(Suite suite, string step, OutgoingDocument? draft = null)
    {
        var created = await new OutgoingDocumentService.OutgoingDocumentServiceClient(suite.As("document", Drafter))
            .CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = draft ?? Notice() });
        var on = new DraftUnderway(suite, created.OutgoingDocument.Name);
        foreach (var before in Steps.TakeWhile(s => s != step))
            await on.DoAsync(before);
        return on;
    }

    public static string PostOf(string person) => $"posts/{person}";

    public OutgoingDocumentService.OutgoingDocumentServiceClient As(string person) => new(_suite.As("document", person));

    public OutgoingHandlingService.OutgoingHandlingServiceClient HandlingAs(string person) => new(_suite.As("document", person));

    public OutgoingPageService.OutgoingPageServiceClient PagesAs(string person) => new(_suite.As("document", person));

    public ProofreadingService.ProofreadingServiceClient ProofreadingAs(string person) => new(_suite.As("document", person));

    public MatterService.MatterServiceClient MattersAs(string person) => new(_suite.As("document", person));

    public DispatchService.DispatchServiceClient DispatchesAs(string person) => new(_suite.As("document", person));

    public DocumentNumberService.DocumentNumberServiceClient NumbersAs(string person) => new(_suite.As("document", person));

    public async Task<OutgoingDocument> GetAsync(string person = Drafter) =>
        (await As(person).GetOutgoingDocumentAsync(new GetOutgoingDocumentRequest { Name = Name })).OutgoingDocument;

    public async Task<Matter> MatterAsync(string person = Drafter) => (await MattersAs(person).GetMatterAsync(new GetMatterRequest { Name = Matter })).Matter;

    /// <summary>Everything done so far, proved by its seals.</summary>
    public async Task<IReadOnlyList<Act>> ActsAsync()
    {
        var history = await MattersAs(Drafter).ListMatterActsAsync(new ListMatterActsRequest { Parent = Matter, PageSize = 1000 });
        return history.SealsHold ? history.Acts : throw new InvalidOperationException($"A seal of {Matter} does not hold.");
    }

    public async Task<IReadOnlyList<Progress>> ProgressAsync() =>
        [.. (await _suite.EventsAsync<MatterProgressed>("document")).Select(e => e.Progress).Where(p => p.Matter == Matter)];

    public SubmitOutgoingDocumentRequest Submission() => new() { Name = Name };

    public ReviewOutgoingDocumentRequest Review(params IEnumerable<ReviewPart> wrong) => new()
    {
        Name = Name,
        Answers = { Enum.GetValues<ReviewPart>().Where(p => p != ReviewPart.Unspecified).Select(p => new ReviewAnswer { Part = p, InOrder = !wrong.Contains(p), Note = wrong.Contains(p) ? $"{p}有误" : "" }) },
    };

    public ReviewOutgoingDocumentRequest ReviewForLegality()
    {
        var review = Review();
        review.LegalityPost = PostOf(Office.FinanceChief);
        return review;
    }

    /// <summary>A legality review of so many working days that ended on a day of a year whose holidays are published.</summary>
    public ReviewLegalityRequest Legality(int workingDays, bool passed = true)
    {
        var end = new DateOnly(2026, 3, 31);
        var start = WorkingCalendar.National.AddWorkingDays(end, -workingDays);
        return new() { Name = Name, Passed = passed, Opinion = passed ? "合法。" : "增设许可没有依据。", StartDate = new() { Year = start.Year, Month = start.Month, Day = start.Day }, EndDate = new() { Year = 2026, Month = 3, Day = 31 } };
    }

    public SignOutgoingDocumentRequest Signature(string opinion = "同意印发。") => new() { Name = Name, Opinion = opinion, SignDate = DayOf(_suite.Now) };

    public RecheckOutgoingDocumentRequest Recheck() => new() { Name = Name };

    public RegisterOutgoingDocumentRequest Registration(string code = "民发") => new() { Name = Name, OrganCode = code, CopyCount = 10 };

    public PrintOutgoingDocumentRequest Printing() => new() { Name = Name };

    public DispatchOutgoingDocumentRequest Dispatching(params IEnumerable<Recipient> recipients) => new() { Name = Name, Recipients = { recipients } };

    /// <summary>A change of one field, as the drafter reads the document now.</summary>
    public async Task<UpdateOutgoingDocumentRequest> ChangeAsync(string field, Action<OutgoingDocument> change, ChangeKind kind = ChangeKind.Unspecified)
    {
        var document = await GetAsync();
        change(document);
        return new() { OutgoingDocument = document, UpdateMask = new() { Paths = { field } }, ChangeKind = kind, Reason = kind == ChangeKind.Unspecified ? "" : "文字有误" };
    }

    public async Task DoAsync(string step)
    {
        switch (step)
        {
            case "draft":
                Matter = (await As(Drafter).SubmitOutgoingDocumentAsync(Submission())).Matter.Name;
                break;
            case "section-review":
                await MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = Matter });
                break;
            case "office-review":
                await HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(Review());
                break;
            case "sign":
                await HandlingAs((await MatterAsync()).HolderPost.Split('/')[1]).SignOutgoingDocumentAsync(Signature());
                break;
            case "recheck":
                await HandlingAs(Office.Clerk).RecheckOutgoingDocumentAsync(Recheck());
                break;
            case "register":
                await HandlingAs(Office.Clerk).RegisterOutgoingDocumentAsync(Registration());
                break;
            case "print":
                await HandlingAs(Office.Clerk).PrintOutgoingDocumentAsync(Printing());
                break;
            default:
                await HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(Dispatching());
                break;
        }
    }

    // The office stands in China, eight hours ahead.
    private static Date DayOf(DateTimeOffset instant) => new() { Year = instant.AddHours(8).Year, Month = instant.AddHours(8).Month, Day = instant.AddHours(8).Day };
}
