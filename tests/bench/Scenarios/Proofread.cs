using System.Text;
using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P16: the rules of the stage and proofreading, of a draft of 5,000 characters.</summary>
internal sealed class Proofread : IScenario
{
    private const int Characters = 5000;

    public string Id => "P16";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "Reading a draft with the findings of the rules, then proofreading it, one call after the other, by one caller. The texts are made as all here, and so are stranger than real ones, "
            + "which have more of what was counted: they are looked at in more places.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        await using var suite = await DocumentSuite.StartAsync(store, new Documents(run.Words, seed: 16));
        var documents = new OutgoingDocumentService.OutgoingDocumentServiceClient(suite.Suite.As("document", Office.Staff));
        var proofreading = new ProofreadingService.ProofreadingServiceClient(suite.Suite.As("document", Office.Staff));
        var drafts = new List<string>();
        var random = new Random(16);
        for (var i = 0; i < (run.Quick ? 3 : 40); i++)
            drafts.Add((await documents.CreateOutgoingDocumentAsync(new() { OutgoingDocument = DraftOf(BodyOf(run.Words, random)) })).OutgoingDocument.Name);

        // The model is read with the first call, and what is called often is compiled anew.
        await Load.TimesOfAsync(1, drafts.Count, ReadAsync);
        var within = await Load.WithinAsync(0.95, run.Quick ? 3 : 200, ReadAsync);
        run.Page.Add(Row.Of(Id, $"p95 of rule check and proofreading of {Characters:#,0} characters, {BenchRun.NameOf(store)}", within, Unit.Milliseconds, Target.AtMost(50, Unit.Milliseconds)));

        async Task ReadAsync(int i)
        {
            await documents.GetOutgoingDocumentAsync(new() { Name = drafts[i % drafts.Count] });
            await proofreading.ProofreadOutgoingDocumentAsync(new() { Name = drafts[i % drafts.Count] });
        }
    }

    private static OutgoingDocument DraftOf(string body) => new()
    {
        Title = "关于做好社会救助工作的通知",
        Genre = DocumentGenre.Notice,
        Direction = RoutingDirection.Downward,
        MainRecipients = "县民政局",
        Body = body,
        Necessity = "贯彻上级部署",
    };

    private static string BodyOf(RealWords words, Random random)
    {
        var body = new StringBuilder();
        while (body.Length < Characters)
            body.Append(words.Body(random)).Append('\n');
        return body.ToString(0, Characters);
    }
}
