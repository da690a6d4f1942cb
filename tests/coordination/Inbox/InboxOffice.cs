using Backoffice.Coordination.Inbox;
using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using InboxService = Backoffice.Coordination.V1.InboxService;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

/// <summary>People with inboxes, and matters that reach them; every test has its own.</summary>
internal sealed record InboxOffice(Suite Suite, string Service = "coordination")
{
    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public Organisation Organisation => new(Suite);

    public async Task<Person> PersonAsync() => await Organisation.HolderAsync((await Organisation.PostAsync()).Name);

    public InboxService.InboxServiceClient As(Person person, Role role = Role.Clerk) => new(Suite.Call(Service, person.Account, role));

    /// <summary>The same in one of several browsers.</summary>
    public InboxService.InboxServiceClient As(Person person, Role role, string session) => new(Suite.CallWith(
        Service, $"Bearer {Suite.Issuer.Sign(new TokenOf(person.Account) { Roles = [role], Session = session, IssuedAt = Suite.Now })}"));

    public async Task<InboxCounts> CountsAsync(Person person) => (await As(person).GetInboxCountsAsync(new GetInboxCountsRequest())).Counts;

    public async Task<IReadOnlyList<InboxItem>> ListAsync(Person person, InboxTab tab, string filter = "") =>
        (await As(person).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = tab, Filter = filter })).Items;

    /// <summary>A matter that the starter has put before a post.</summary>
    public async Task<Story> GiveAsync(Person starter, string post, DateTimeOffset? due = null)
    {
        var story = new Story(Story.As(starter), Now);
        await HappenAsync(story.Act(Story.As(starter), [story.Task(TaskKind.Act, post, due: due)]));
        return story;
    }

    /// <summary>Applies acts as the reaction does, in a turn each; how they come over the wire is shown by the reaction's own tests.</summary>
    public async Task HappenAsync(params Progress[] acts)
    {
        foreach (var act in acts)
            await HappenAsync("document", act);
    }

    public async Task HappenAsync(string service, Progress act)
    {
        await using var scope = Suite.Services(Service).CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For("test", "progress"), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<InboxProjection>().ApplyAsync(service, act, CancellationToken.None);
        await turn.CommitAsync();
    }
}

internal static class InboxOfficeOnSuites
{
    public static async Task<InboxOffice> InboxOfficeOn(this CoordinationSuites suites, StoreKind store) => new(await suites.On(store));
}
