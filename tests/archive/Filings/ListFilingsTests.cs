using Backoffice.Archive.V1;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using FilingService = Backoffice.Archive.V1.FilingService;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Archive.Tests.Filings;

/// <summary>Documents that are done with file themselves: a real document service closes them, the real archive takes them over.</summary>
public sealed class ListFilingsTests
{
    [Theory, EveryDatabase]
    public async Task A_closed_document_becomes_one_item_with_its_trace_and_the_reason_of_its_retention(StoreKind store)
    {
        await using var suite = await StartAsync(store);
        var document = await CloseAsync(suite, "民政部", HandlingKind.ForAction);
        var filing = await FilingOfAsync(suite, document.Name, FilingState.Filed);
        filing.AttemptCount.ShouldBe(1);

        var archive = new ArchiveOffice(suite);
        var item = await archive.GetAsync(filing.ArchiveItem);
        (item.Source, item.Title, item.DocumentNumber, item.Creator).ShouldBe((document.Name, document.Title, document.DocumentNumber, "民政部"));
        item.RetentionReason.ShouldNotBeEmpty();
        item.Acts.Select(a => a.Verb).ShouldBe([Verb.Start, Verb.Agree, Verb.Agree, Verb.Agree, Verb.Agree]);
        item.Metadata.ShouldContain(m => m.Name == "收文编号" && m.Value == document.RegistrationNumber);
        item.Files.Select(f => f.Role).ShouldBe(["文件处理单"]);
        System.Text.Encoding.UTF8.GetString((await archive.DownloadAsync(item.Name)).Content).ShouldContain(document.Title);

        // A byte of the handling slip changed is found as one of the content is.
        var slip = archive.PathOf(item.Files[0].Sha256);
        File.AppendAllText(slip, "改");
        (await archive.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = item.Name })).ArchiveItem.FixityIntact.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task What_need_not_be_filed_is_on_record_with_the_rule_and_becomes_no_item(StoreKind store)
    {
        await using var suite = await StartAsync(store);
        // A peer's letter that is only to be known: 8号令 第4条.
        var document = await CloseAsync(suite, "市财政局", HandlingKind.ForInformation);
        var filing = await FilingOfAsync(suite, document.Name, FilingState.NotFiled);
        filing.Reason.ShouldContain("ARC-22");
        filing.ArchiveItem.ShouldBeEmpty();
        (await new ArchiveOffice(suite).SearchAsync(document.Title)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Two_replicas_file_a_document_once_and_its_number_is_used_once(StoreKind store)
    {
        await using var suite = await StartAsync(store);
        await suite.AddReplicaAsync(ArchiveModule.Module);
        var documents = new List<IncomingDocument>();
        for (var i = 0; i < 5; i++)
            documents.Add(await CloseAsync(suite, "民政部", HandlingKind.ForAction));
        foreach (var document in documents)
            await FilingOfAsync(suite, document.Name, FilingState.Filed);
        var items = await new ArchiveOffice(suite).ListAsync(0);
        items.Select(i => i.Source).Order().ShouldBe(documents.Select(d => d.Name).Order());
        items.Select(i => i.ReferenceCode[^4..]).Order().ShouldBe(["0001", "0002", "0003", "0004", "0005"]);
    }

    // The archive has no classified zone: what the package says is enough, whatever its files show.
    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_by_its_level_and_nothing_of_it_is_kept(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, ArchiveModule.Module);
        await suite.AddAsync(DocumentModule.Module, "document", new SuitePart { Settings = new Dictionary<string, string?> { ["Document:NetworkZone"] = "Classified" } });
        await suite.PublishAsync(Office.Directory);
        var document = await CloseAsync(suite, "民政部", HandlingKind.ForAction, name => new SecrecyService.SecrecyServiceClient(suite.As("document", Office.Clerk)).MarkSecrecyAsync(new MarkSecrecyRequest
        {
            SecrecyMark = new SecrecyMark
            {
                Name = name,
                Level = SecrecyLevel.Secret,
                PeriodYears = 5,
                CopyNumbers = "000004",
                Scope = { Office.OfficeUnit, Office.SectionUnit },
            },
        }).ResponseAsync);
        var filing = await FilingOfAsync(suite, document.Name, FilingState.NotFiled);
        filing.Reason.ShouldContain("SEC-19");
        (await new ArchiveOffice(suite).SearchAsync(document.Title)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_who_keeps_or_runs_the_office_sees_filings()
    {
        await using var suite = await Suite.StartAsync(StoreKind.Sqlite, ArchiveModule.Module);
        await Refused.ForAsync("PERMISSION_DENIED", Filings(suite, "county", Role.Counterpart).ListFilingsAsync(new ListFilingsRequest()));
        (await Filings(suite, "clerk", Role.Clerk).ListFilingsAsync(new ListFilingsRequest())).Filings.ShouldBeEmpty();
    }

    private static async Task<Suite> StartAsync(StoreKind store)
    {
        var suite = await Suite.StartAsync(store, DocumentModule.Module, ArchiveModule.Module);
        await suite.PublishAsync(Office.Directory);
        return suite;
    }

    /// <summary>The shortest way: handled by a section where it is for action, read by the director where it is for information.</summary>
    private static async Task<IncomingDocument> CloseAsync(Suite suite, string issuer, HandlingKind kind, Func<string, Task>? registered = null)
    {
        var clerk = suite.As("document", Office.Clerk);
        var entered = (await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest
        {
            IncomingDocument = new IncomingDocument
            {
                Title = $"关于通报民政工作情况的函{Guid.NewGuid():N}",
                Issuer = issuer,
                IssueDate = new() { Year = 2026, Month = 3, Day = 2 },
                DocumentNumber = $"函〔2026〕{Random.Shared.Next(1, int.MaxValue)}号",
                Genre = DocumentGenre.Letter,
                Body = "现将情况函告如下。",
            },
        })).IncomingDocument;
        var name = entered.Name;
        await (registered?.Invoke(name) ?? Task.CompletedTask);
        var handling = new IncomingHandlingService.IncomingHandlingServiceClient(clerk);
        var matter = (await handling.StartHandlingAsync(new StartHandlingRequest { Name = name })).Matter.Name;
        var screening = new ScreenIncomingDocumentRequest
        {
            Name = name,
            Kind = kind,
            Checks = new ScreeningChecks { OursToHandle = true, RoutingRulesKept = true, GenreAndFormatRight = true, Consulted = true, DraftingRulesKept = true },
        };
        if (kind == HandlingKind.ForInformation)
            screening.Readers.Add(new Assignee { Person = $"people/{Office.Director}" });
        await handling.ScreenIncomingDocumentAsync(screening);
        if (kind == HandlingKind.ForInformation)
        {
            await new MatterService.MatterServiceClient(suite.As("document", Office.Director)).ReadMatterAsync(new ReadMatterRequest { Name = matter });
        }
        else
        {
            var plan = new HandlingPlan { LeadPost = $"posts/{Office.SectionChief}" };
            await Handling(suite, Office.OfficeDirector).ProposeHandlingAsync(new ProposeHandlingRequest { Name = name, Opinion = "请救助科办理", Plan = plan });
            await Handling(suite, Office.SectionChief).AnswerIncomingDocumentAsync(new AnswerIncomingDocumentRequest { Name = name, Result = "已办", Answer = "电话答复" });
        }
        return (await handling.CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = name })).IncomingDocument;
    }

    private static IncomingHandlingService.IncomingHandlingServiceClient Handling(Suite suite, string person) => new(suite.As("document", person));

    private static async Task<Filing> FilingOfAsync(Suite suite, string document, FilingState state)
    {
        var filing = await Eventually.SameAsync(
            async () => (await Filings(suite, "archivist", Role.Archivist).ListFilingsAsync(new ListFilingsRequest())).Filings.FirstOrDefault(f => f.Source == document),
            f => f?.State == state);
        return filing!;
    }

    private static FilingService.FilingServiceClient Filings(Suite suite, string account, Role role) => new(suite.Call("archive", account, role));
}
