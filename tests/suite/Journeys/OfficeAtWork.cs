using Backoffice.Archive.V1;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using FilingService = Backoffice.Archive.V1.FilingService;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>The demonstration's people at their work, each through the gateway; what they see is waited for, because events take their time.</summary>
internal sealed class OfficeAtWork
{
    private static readonly string[] People = ["clerk", "staff", "section-chief", "office-director", "deputy-director", "director", "archivist", "county", "secadmin"];
    private readonly Dictionary<string, CallInvoker> _people = [];

    public static async Task<OfficeAtWork> OnAsync(Demonstrations demonstrations, StoreKind store) => await OfAsync(await demonstrations.On(store));

    public static async Task<OfficeAtWork> OfAsync(Demonstration suite)
    {
        var office = new OfficeAtWork();
        foreach (var person in People)
            office._people.Add(person, await suite.AsAsync(person));
        return office;
    }

    public IncomingHandlingService.IncomingHandlingServiceClient Handling(string person) => new(_people[person]);

    public OutgoingDocumentService.OutgoingDocumentServiceClient Outgoing(string person) => new(_people[person]);

    public OutgoingHandlingService.OutgoingHandlingServiceClient Issuing(string person) => new(_people[person]);

    public IncomingDocumentService.IncomingDocumentServiceClient Incoming(string person) => new(_people[person]);

    public ExchangePartnerService.ExchangePartnerServiceClient Partners(string person) => new(_people[person]);

    public ExchangeService.ExchangeServiceClient Exchange(string person) => new(_people[person]);

    public OutgoingValidityService.OutgoingValidityServiceClient Validity(string person) => new(_people[person]);

    public DispatchService.DispatchServiceClient Dispatches(string person) => new(_people[person]);

    public MatterService.MatterServiceClient Matters(string person) => new(_people[person]);

    public InboxService.InboxServiceClient Inbox(string person) => new(_people[person]);

    public async Task<string> RegisterAsync(string title, Urgency urgency)
    {
        var registered = await new IncomingDocumentService.IncomingDocumentServiceClient(_people["clerk"]).RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest
        {
            IncomingDocument = new IncomingDocument
            {
                Title = $"{title} {Guid.NewGuid():N}",
                Issuer = "省民政厅",
                DocumentNumber = $"民发〔2026〕{Random.Shared.Next(1, int.MaxValue)}号",
                Genre = DocumentGenre.Notice,
                Urgency = urgency,
                Body = "各市民政局：\n现就有关工作通知如下。",
            },
        });
        return registered.IncomingDocument.Name;
    }

    /// <summary>Today at the office, whatever the machine's zone.</summary>
    public static Google.Type.Date Today()
    {
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return new Google.Type.Date { Year = now.Year, Month = now.Month, Day = now.Day };
    }

    /// <summary>A matter is in a tab of somebody's inbox, at this step.</summary>
    public async Task<InboxItem> ShowsAsync(string person, InboxTab tab, string matter, string step)
    {
        var item = await Eventually.SameAsync(() => InTabAsync(person, tab, matter), i => i?.StepTitle == step);
        return item!;
    }

    public Task HidesAsync(string person, InboxTab tab, string matter) => Eventually.TrueAsync(async () => await InTabAsync(person, tab, matter) is null);

    public async Task CirculateAsync(string matter, string by, params string[] readers)
    {
        await Matters(by).CirculateMatterAsync(new CirculateMatterRequest { Name = matter, Readers = { readers.Select(r => new Assignee { Person = r }) } });
        foreach (var reader in readers)
            await Eventually.TrueAsync(async () => await InTabAsync(reader.Split('/')[1], InboxTab.ToRead, matter) is not null);
    }

    /// <summary>The document became an item of the archive, whose content is whole.</summary>
    public async Task FiledAsync(string document, Action<ArchiveItem> check)
    {
        var archivist = _people["archivist"];
        var filing = await Eventually.SameAsync(
            async () => (await new FilingService.FilingServiceClient(archivist).ListFilingsAsync(new ListFilingsRequest { PageSize = 200 })).Filings.FirstOrDefault(f => f.Source == document),
            f => f?.State == FilingState.Filed);
        var items = new ArchiveItemService.ArchiveItemServiceClient(archivist);
        var item = (await items.GetArchiveItemAsync(new GetArchiveItemRequest { Name = filing!.ArchiveItem })).ArchiveItem;
        item.Source.ShouldBe(document);
        (await items.VerifyFixityAsync(new VerifyFixityRequest { Name = item.Name })).ArchiveItem.FixityIntact.ShouldBeTrue();
        check(item);
    }

    private async Task<InboxItem?> InTabAsync(string person, InboxTab tab, string matter) =>
        (await Inbox(person).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = tab, PageSize = 200 })).Items.FirstOrDefault(i => i.Matter == matter);
}
