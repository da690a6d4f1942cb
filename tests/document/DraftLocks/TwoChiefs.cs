using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Document.Tests.DraftLocks;

/// <summary>A document before a post that two persons hold, in a bureau whose clock the test moves.</summary>
internal sealed class TwoChiefs : IAsyncDisposable
{
    public const string Other = "co-chief";

    private readonly Suite _suite;

    private TwoChiefs(Suite suite, ShiftedClock clock, DraftUnderway on) => (_suite, Clock, On) = (suite, clock, on);

    public ShiftedClock Clock { get; }

    public DraftUnderway On { get; }

    public static async Task<TwoChiefs> StartAsync(StoreKind store)
    {
        var directory = Office.Directory.Clone();
        directory.People.Add(new Person { Name = $"people/{Other}", DisplayName = "王副科长", Account = Other, Posts = { $"posts/{Office.SectionChief}" } });
        var clock = new ShiftedClock();
        var suite = await DraftUnderway.OwnSuiteAsync(store, clock, directory);
        return new TwoChiefs(suite, clock, await DraftUnderway.AtAsync(suite, "section-review"));
    }

    public DraftLockService.DraftLockServiceClient LocksAs(string person) =>
        new(person == Other ? _suite.Call("document", Other, Role.SectionChief) : _suite.As("document", person));

    public OutgoingDocumentService.OutgoingDocumentServiceClient As(string person) =>
        new(person == Other ? _suite.Call("document", Other, Role.SectionChief) : _suite.As("document", person));

    public async Task<DraftLock> AcquireAsync(string person, int seconds = 60) =>
        (await LocksAs(person).AcquireDraftLockAsync(new AcquireDraftLockRequest { Name = On.Name, LeaseSeconds = seconds })).DraftLock;

    public ValueTask DisposeAsync() => _suite.DisposeAsync();
}
