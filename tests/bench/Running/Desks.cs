using Backoffice.Bench.Measuring;
using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Bench.Running;

/// <summary>The bureau's people handling incoming documents, each by calls with a token of their own.</summary>
internal sealed class Desks(Suite suite)
{
    private const int Helpers = 16;

    public MatterService.MatterServiceClient Matters(string person) => new(suite.As("document", person));

    /// <summary>Registers a document and puts it under way, before the clerk, who is to screen it.</summary>
    public async Task<Matter> StartAsync(IncomingDocument sent)
    {
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(suite.As("document", Office.Clerk));
        var document = (await documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = sent })).IncomingDocument;
        return (await Handling(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = document.Name })).Matter;
    }

    /// <summary>The same, and before the office director, who is to propose how it is handled.</summary>
    public async Task<Matter> ScreenAsync(IncomingDocument sent) => await ScreenAsync(await StartAsync(sent), HandlingKind.ForAction);

    /// <summary>The same with many.</summary>
    public async Task<IReadOnlyList<Matter>> ScreenAsync(int count, Func<IncomingDocument> next)
    {
        var matters = new Matter[count];
        await Load.RateOfAsync(Helpers, count, async i => matters[i] = await ScreenAsync(next()));
        return matters;
    }

    public Task ProposeAsync(Matter matter) => Handling(Office.OfficeDirector).ProposeHandlingAsync(new ProposeHandlingRequest
    {
        Name = matter.Subject,
        Opinion = "拟请局长阅示，由社会救助科主办。",
        LeaderPost = $"posts/{Office.Director}",
        Plan = new HandlingPlan { LeadPost = $"posts/{Office.SectionChief}", AssistingPosts = { $"posts/{Office.FinanceChief}" } },
        RequestId = Guid.NewGuid().ToString(),
    }).ResponseAsync;

    public Task InstructAsync(Matter matter) => Handling(Office.Director).InstructHandlingAsync(
        new InstructHandlingRequest { Name = matter.Subject, Opinion = "同意，请抓紧办理。", RequestId = Guid.NewGuid().ToString() }).ResponseAsync;

    public Task CirculateAsync(Matter matter, IEnumerable<string> readers) => Matters(Office.Clerk).CirculateMatterAsync(
        new CirculateMatterRequest { Name = matter.Name, Readers = { readers.Select(r => new Assignee { Person = r }) }, RequestId = Guid.NewGuid().ToString() }).ResponseAsync;

    /// <summary>The whole way of one document, read by some on the way.</summary>
    public async Task<Matter> FinishAsync(IncomingDocument sent, params IReadOnlyList<string> readers)
    {
        var matter = await ScreenAsync(sent);
        await ProposeAsync(matter);
        await InstructAsync(matter);
        await CirculateAsync(matter, readers.Select(r => $"people/{r}"));
        foreach (var reader in readers)
            await Matters(reader).ReadMatterAsync(new ReadMatterRequest { Name = matter.Name, Opinion = "已阅。" });
        await Matters(Office.FinanceChief).AgreeMatterAsync(new AgreeMatterRequest { Name = matter.Name, Opinion = "同意。" });
        await Handling(Office.SectionChief).AnswerIncomingDocumentAsync(new AnswerIncomingDocumentRequest { Name = matter.Subject, Result = "已按要求落实。", Answer = "清民函〔2026〕8号" });
        return await CloseAsync(matter);
    }

    /// <summary>The shortest way: a document for information, read by some and closed.</summary>
    public async Task<Matter> InformAsync(IncomingDocument sent, params IReadOnlyList<string> readers)
    {
        var matter = await ScreenAsync(await StartAsync(sent), HandlingKind.ForInformation, readers);
        foreach (var reader in readers)
            await Matters(reader).ReadMatterAsync(new ReadMatterRequest { Name = matter.Name, Opinion = "已阅。" });
        return await CloseAsync(matter);
    }

    private async Task<Matter> ScreenAsync(Matter matter, HandlingKind kind, params IReadOnlyList<string> readers) => (await Handling(Office.Clerk).ScreenIncomingDocumentAsync(new ScreenIncomingDocumentRequest
    {
        Name = matter.Subject,
        Kind = kind,
        Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
        Readers = { readers.Select(r => new Assignee { Person = $"people/{r}" }) },
    })).Matter;

    private async Task<Matter> CloseAsync(Matter matter) =>
        (await Handling(Office.Clerk).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = matter.Subject, Opinion = "办结归档。" })).Matter;

    private IncomingHandlingService.IncomingHandlingServiceClient Handling(string person) => new(suite.As("document", person));
}
