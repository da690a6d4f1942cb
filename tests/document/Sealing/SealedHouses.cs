using Backoffice.Document.Tests.Sealing;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(SealedHouses))]

namespace Backoffice.Document.Tests.Sealing;

/// <summary>A bureau with a seal of its own in the register and the development provider, one on each database.</summary>
public sealed class SealedHouses : IAsyncLifetime
{
    private readonly Lazy<Task<SealedHouse>> _sqlite = new(() => SealedHouse.StartAsync(StoreKind.Sqlite));
    private readonly Lazy<Task<SealedHouse>> _postgres = new(() => SealedHouse.StartAsync(StoreKind.Postgres));

    public Task<SealedHouse> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite : _postgres).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var house in new[] { _sqlite, _postgres }.Where(h => h is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await house.Value).Suite.DisposeAsync();
    }
}

public sealed class SealedHouse
{
    public const string Organ = "市民政局";

    /// <summary>Keeps the seal, and neither drafts, reviews nor approves.</summary>
    public const string Keeper = Office.DeputyDirector;

    private SealedHouse(Suite suite, Seal seal) => (Suite, Seal) = (suite, seal);

    public Suite Suite { get; }

    /// <summary>The bureau's seal.</summary>
    public Seal Seal { get; }

    public static async Task<SealedHouse> StartAsync(StoreKind store)
    {
        var suite = await Suite.StartAsync(store);
        await suite.AddAsync(
            DocumentModule.Module, "document", new SuitePart { Settings = new Dictionary<string, string?> { ["Document:Organ"] = Organ, ["Document:SealProvider"] = "Development" } });
        await suite.PublishAsync(Office.Directory);
        var seal = await new SealService.SealServiceClient(suite.As("document", Office.OfficeDirector)).RegisterSealAsync(Registration($"{Organ}公章"));
        return new SealedHouse(suite, seal.Seal);
    }

    public static RegisterSealRequest Registration(string name, string organ = Organ) =>
        new() { Seal = new Seal { DisplayName = name, Organ = organ, CustodianPost = $"posts/{Keeper}" } };

    public SealService.SealServiceClient SealsAs(string person) => new(Suite.As("document", person));

    public SealingService.SealingServiceClient SealingAs(string person) => new(Suite.As("document", person));

    public MatterService.MatterServiceClient MattersAs(string person) => new(Suite.As("document", person));

    /// <summary>Another seal, in use.</summary>
    public async Task<Seal> AnotherSealAsync(string organ = Organ) =>
        (await SealsAs(Office.OfficeDirector).RegisterSealAsync(Registration($"印章{Guid.NewGuid():N}", organ))).Seal;

    /// <summary>An application for a document that is printed and waits for its dispatch.</summary>
    internal async Task<Applied> ApplyAsync(OutgoingDocument? draft = null)
    {
        var on = await DraftUnderway.AtAsync(Suite, "dispatch", draft);
        var made = await SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(Application(on.Name));
        return new Applied(this, on, made.SealApplication.Name, made.Matter.Name);
    }

    public ApplyForSealRequest Application(string document, string? seal = null, int copies = 12) =>
        new() { SealApplication = new SealApplication { OutgoingDocument = document, Seal = seal ?? Seal.Name, CopyCount = copies, Purpose = "印发" } };
}

/// <summary>An application under way.</summary>
internal sealed record Applied(SealedHouse House, DraftUnderway On, string Name, string Matter)
{
    public ApproveSealApplicationRequest Approval => new() { Name = Name, Opinion = "同意用印。" };

    public AffixSealRequest Affixing => new() { Name = Name };

    /// <summary>Agreed to by section and office: before the director.</summary>
    public async Task<Applied> ReviewedAsync()
    {
        await House.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = Matter });
        await House.MattersAs(Office.OfficeDirector).AgreeMatterAsync(new AgreeMatterRequest { Name = Matter });
        return this;
    }

    /// <summary>Before the keeper of the seal.</summary>
    public async Task<Applied> ApprovedAsync()
    {
        await ReviewedAsync();
        await House.SealingAs(Office.Director).ApproveSealApplicationAsync(Approval);
        return this;
    }

    public async Task<SealUse> SealedAsync()
    {
        await ApprovedAsync();
        return (await House.SealingAs(SealedHouse.Keeper).AffixSealAsync(Affixing)).SealUse;
    }

    public async Task<byte[]> PdfAsync(string person = DraftUnderway.Drafter) =>
        (await On.PagesAs(person).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = On.Name, Format = PageFileFormat.Pdf })).Content.ToByteArray();

    public async Task<IReadOnlyList<Act>> ActsAsync() =>
        (await House.MattersAs(DraftUnderway.Drafter).ListMatterActsAsync(new ListMatterActsRequest { Parent = Matter, PageSize = 100 })).Acts;
}
