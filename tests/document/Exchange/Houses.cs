using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Document.Exchange;
using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ExchangeService = Backoffice.Document.V1.ExchangeService;

[assembly: AssemblyFixture(typeof(Houses))]

namespace Backoffice.Document.Tests.Exchange;

/// <summary>Two installations on each database, shared by the tests and started when first asked for.</summary>
public sealed class Houses : IAsyncLifetime
{
    private readonly Lazy<Task<TwoHouses>> _sqlite = new(() => TwoHouses.StartAsync(StoreKind.Sqlite));
    private readonly Lazy<Task<TwoHouses>> _postgres = new(() => TwoHouses.StartAsync(StoreKind.Postgres));

    public Task<TwoHouses> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite : _postgres).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var houses in new[] { _sqlite, _postgres }.Where(h => h is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await houses.Value).DisposeAsync();
    }
}

/// <summary>A bureau that issues documents, and the finance bureau of the same city: nothing is shared by them but what their people carry across.</summary>
public sealed class TwoHouses : IAsyncDisposable
{
    public const string BureauCode = "11330000002482058D";
    public const string FinanceCode = "11320100MB0001234L";
    public const string ThirdCode = "11320300MB00056783";
    public const string BureauName = "市民政局";
    public const string FinanceName = "市财政局";

    private TwoHouses(Suite bureau, Suite finance) => (Bureau, Finance) = (bureau, finance);

    public Suite Bureau { get; }

    public Suite Finance { get; }

    /// <summary>An organ that is a partner of both, played by the tests: what it signs is up to them.</summary>
    public X509Certificate2 Third { get; } = CertificateOf("third");

    public static async Task<TwoHouses> StartAsync(StoreKind store)
    {
        var houses = new TwoHouses(await HouseAsync(store, BureauCode, BureauName), await HouseAsync(store, FinanceCode, FinanceName));
        await IntroduceAsync(houses.Finance, houses.Bureau);
        await IntroduceAsync(houses.Bureau, houses.Finance);
        foreach (var house in new[] { houses.Bureau, houses.Finance })
            await PartnersOf(house).AddExchangePartnerAsync(Adding(ThirdCode, "市审计局", houses.Third.ExportCertificatePem()));
        return houses;
    }

    public static X509Certificate2 CertificateOf(string name, int fromDays = -1, int toDays = 1)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
    }

    public static AddExchangePartnerRequest Adding(string code, string name, string certificate) =>
        new() { ExchangePartner = new ExchangePartner { CreditCode = code, DisplayName = name, CertificatePem = certificate } };

    public static ExchangePartnerService.ExchangePartnerServiceClient PartnersOf(Suite house, Role role = Role.SecurityAdministrator) => new(house.Call("document", "secadmin", role));

    public static ExchangeService.ExchangeServiceClient ExchangeOf(Suite house, string person = Office.Clerk) => new(house.As("document", person));

    /// <summary>A document that the bureau has sent to the finance bureau among others.</summary>
    internal async Task<Sent> SendAsync(OutgoingDocument? draft = null, Func<DraftUnderway, Task>? whileDrafted = null)
    {
        draft ??= DraftUnderway.Notice();
        draft.CopyRecipients = "市财政局、市教育局";
        var on = await DraftUnderway.AtAsync(Bureau, "draft", draft);
        await (whileDrafted?.Invoke(on) ?? Task.CompletedTask);
        foreach (var step in DraftUnderway.Steps.SkipLast(1))
            await on.DoAsync(step);
        var ledger = await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name });
        return new Sent(this, on, [.. ledger.Dispatches]);
    }

    public static async Task<ImportExchangePackageResponse> TakeAsync(Suite house, byte[] package, string person = Office.Clerk) =>
        await ExchangeOf(house, person).ImportExchangePackageAsync(new ImportExchangePackageRequest { Content = ByteString.CopyFrom(package) });

    public static async Task<byte[]> ReceiptAsync(Suite house, string document, ReceiptStatus status = ReceiptStatus.Unspecified)
    {
        using var call = ExchangeOf(house).ExportReceiptPackage(new ExportReceiptPackageRequest { Name = document, Status = status });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }

    /// <summary>A package as it is, but for its manifest, signed by the house that made it or by another.</summary>
    internal static byte[] Altered(byte[] package, Action<ExchangeManifest> change, Func<byte[], byte[]> sign)
    {
        var read = ExchangePackage.Read(package);
        var manifest = Manifests.Read(read.Manifest);
        change(manifest);
        var text = Manifests.Write(manifest);
        return (read with { Manifest = text, Signature = sign(text) }).Write();
    }

    internal byte[] SignAsBureau(byte[] manifest) => Bureau.Services("document").GetRequiredService<ExchangeIdentity>().Sign(manifest);

    internal byte[] SignAsFinance(byte[] manifest) => Finance.Services("document").GetRequiredService<ExchangeIdentity>().Sign(manifest);

    internal byte[] SignAsThird(byte[] manifest) => ManifestSignature.Make(manifest, Third);

    public async ValueTask DisposeAsync()
    {
        Third.Dispose();
        await Bureau.DisposeAsync();
        await Finance.DisposeAsync();
    }

    private static async Task<Suite> HouseAsync(StoreKind store, string code, string name)
    {
        var house = await Suite.StartAsync(store);
        await house.AddAsync(DocumentModule.Module, "document", new SuitePart { Settings = new Dictionary<string, string?> { ["Document:CreditCode"] = code, ["Document:Organ"] = name } });
        await house.PublishAsync(Office.Directory);
        return house;
    }

    private static async Task IntroduceAsync(Suite of, Suite to)
    {
        var known = await PartnersOf(of).GetExchangeCertificateAsync(new GetExchangeCertificateRequest());
        await PartnersOf(to).AddExchangePartnerAsync(Adding(known.CreditCode, known.DisplayName, known.CertificatePem));
    }
}

/// <summary>A dispatched document with its ledger.</summary>
public sealed class Sent
{
    private readonly TwoHouses _houses;

    internal Sent(TwoHouses houses, DraftUnderway on, IReadOnlyList<Dispatch> ledger) => (_houses, On, Ledger) = (houses, on, ledger);

    public IReadOnlyList<Dispatch> Ledger { get; }

    public Dispatch ToFinance => Ledger.Single(d => d.Organ == TwoHouses.FinanceName);

    internal DraftUnderway On { get; }

    public Task<byte[]> PackageAsync() => PackageAsync(ToFinance.Name);

    public async Task<byte[]> PackageAsync(string dispatch, CallInvoker? by = null)
    {
        using var call = new ExchangeService.ExchangeServiceClient(by ?? _houses.Bureau.As("document", Office.Clerk)).ExportDispatchPackage(new ExportDispatchPackageRequest { Name = dispatch });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }

    public async Task<byte[]> NoticeAsync()
    {
        using var call = TwoHouses.ExchangeOf(_houses.Bureau).ExportInvalidityPackage(new ExportInvalidityPackageRequest { Name = ToFinance.Name });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }

    /// <summary>The dispatch to the finance bureau as the ledger has it now.</summary>
    public async Task<Dispatch> NowAsync() =>
        (await On.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = On.Name })).Dispatches.Single(d => d.Name == ToFinance.Name);
}
