using System.Globalization;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Bench.City;

/// <summary>A city, and the calls by which it is measured.</summary>
internal sealed class CityAtWork : IAsyncDisposable
{
    private const int Page = 50;
    private const int Hits = 20;
    private const int Many = 60;

    private readonly List<CityCall> _calls = [];
    private readonly Documents _sent;
    private int _registered;

    private CityAtWork(City city, RealWords words) => (City, _sent) = (city, new Documents(words, seed: 18, longest: 200));

    public City City { get; }

    /// <summary>In the same order in every city.</summary>
    public IReadOnlyList<CityCall> Calls => _calls;

    public static async Task<CityAtWork> BuildAsync(BenchRun run, StoreKind kind, CityPlan plan)
    {
        var city = await City.BuildAsync(run.Words, kind, plan);
        var work = new CityAtWork(city, run.Words);
        try
        {
            await work.OpenAsync();
            return work;
        }
        catch (Exception)
        {
            await work.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();

    private async Task OpenAsync()
    {
        await City.OpenAsync();
        await using var raw = RawStore.Open(City.Suite.Store, "document");
        // Any token of the list will do, whoever got it.
        var token = (await Documents(City.Office.Registrar).ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1 })).NextPageToken;
        await ReadAsync("the registrar", token, new CityReader(raw, City.Office.Registrar, CityOffice.GeneralOffice));
        await ReadAsync("a chief who sees few", token, new CityReader(raw, City.Office.Chief, City.Office.Chief.Post));
        Write();
        LookIntoInboxes();
    }

    private async Task ReadAsync(string who, string token, CityReader reader)
    {
        var random = new Random(1);
        var documents = Documents(reader.Resident);
        var seen = await reader.CountAsync();
        who = string.Create(CultureInfo.InvariantCulture, $"{who} ({seen:#,0})");
        var last = await reader.LastPageAsync(Page);
        Add($"the first page, {who}", 0.5, _ => documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = Page }).ResponseAsync);
        Add($"the last page, {who}", 0.5, _ => documents.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = Page, PageToken = PageTokens.At(token, last) }).ResponseAsync);
        foreach (var length in (int[])[2, 4, 8])
        {
            var words = await reader.WordsAsync(length, Many, random);
            Add($"p95 of a search for {length} characters, {who}", 0.95, i => documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = words[i], PageSize = Hits }).ResponseAsync);
        }
        var names = await reader.NamesAsync(Many, random);
        Add($"one document, {who}", 0.5, i => documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = names[i] }).ResponseAsync);
    }

    private void Write()
    {
        var office = City.Office;
        var documents = Documents(office.Registrar);
        Add("registering one document", 0.5, _ => RegisterAsync(documents));

        var (screening, proposing) = (Handling(office.Registrar), Handling(office.OfficeDirector));
        var subjects = new List<string>();
        _calls.Add(new CityCall("one step of approval (拟办)", 0.5, Many / 2, PrepareAsync, ProposeAsync));

        async Task PrepareAsync(int count)
        {
            subjects.Clear();
            for (var i = 0; i < count; i++)
            {
                var name = (await RegisterAsync(documents)).IncomingDocument.Name;
                await screening.StartHandlingAsync(new StartHandlingRequest { Name = name });
                await screening.ScreenIncomingDocumentAsync(new ScreenIncomingDocumentRequest
                {
                    Name = name,
                    Kind = HandlingKind.ForAction,
                    Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
                });
                subjects.Add(name);
            }
        }

        Task ProposeAsync(int i) => proposing.ProposeHandlingAsync(new ProposeHandlingRequest
        {
            Name = subjects[i],
            Opinion = "拟请市长阅示。",
            LeaderPost = office.Director.Post,
            Plan = new HandlingPlan { LeadPost = office.ChiefOf(0).Post, AssistingPosts = { office.ChiefOf(1).Post } },
            RequestId = Guid.NewGuid().ToString(),
        }).ResponseAsync;
    }

    private void LookIntoInboxes()
    {
        foreach (var (who, resident) in (ReadOnlySpan<(string, Resident)>)[("the registrar", City.Office.Registrar), ("a chief who has few", City.Office.Chief)])
        {
            var inbox = new InboxService.InboxServiceClient(City.As("coordination", resident));
            Add($"the counts of the inbox, {who}", 0.5, _ => inbox.GetInboxCountsAsync(new GetInboxCountsRequest()).ResponseAsync);
            Add($"the first page of the work done (已办), {who}", 0.5, _ => inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.Done, PageSize = Page }).ResponseAsync);
        }
    }

    private Task<RegisterIncomingDocumentResponse> RegisterAsync(IncomingDocumentService.IncomingDocumentServiceClient documents) => documents.RegisterIncomingDocumentAsync(
        new RegisterIncomingDocumentRequest { IncomingDocument = _sent.At(++_registered), RequestId = Guid.NewGuid().ToString() }).ResponseAsync;

    private void Add(string work, double part, Func<int, Task> call) => _calls.Add(new CityCall(work, part, Many, _ => Task.CompletedTask, call));

    private IncomingDocumentService.IncomingDocumentServiceClient Documents(Resident resident) => new(City.As("document", resident));

    private IncomingHandlingService.IncomingHandlingServiceClient Handling(Resident resident) => new(City.As("document", resident));
}
