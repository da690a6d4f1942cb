using Backoffice.Coordination.Inbox;
using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class InboxTallyTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Of_two_replicas_words_the_newer_holds_in_whatever_order_they_come(StoreKind store)
    {
        await using var scope = (await suites.InboxOfficeOn(store)).Suite.Services("coordination").CreateAsyncScope();
        var tally = await InboxTally.ReadAsync(scope.ServiceProvider.GetRequiredService<CoordinationDb>(), ["people/reader"], DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        tally.Take([Told(count: 3, revision: 7), Told(count: 2, revision: 6)]);
        tally.Take([Told(count: 4, revision: 5), Told(count: 1, revision: 1, principal: "people/nobody-watches")]);
        tally.Of(new Desk(["people/reader"], new HashSet<string>())).ShouldBe(new InboxCounts { ToRead = 3 });
        tally.Knows("people/nobody-watches").ShouldBeFalse();
    }

    private static InboxCount Told(long count, long revision, string principal = "people/reader") => new() { Principal = principal, Tab = InboxTab.ToRead, Count = count, Revision = revision };
}
