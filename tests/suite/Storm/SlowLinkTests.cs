using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>
/// An office works while its links to database and Redis are slow, stand still without a word, and break: what was accepted is
/// there once, and what was made of events is what the events say.
/// </summary>
public sealed class SlowLinkTests
{
    private const int Documents = 24;

    /// <summary>Of each piece in each direction: a data centre at the other end of the province.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(15);

    /// <summary>Longer than a Redis client waits for an answer, shorter than a caller's patience.</summary>
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(8);

    [Theory, EveryDatabase]
    public async Task Work_goes_on_over_links_that_are_slow_stand_still_and_break(StoreKind store)
    {
        await using var suite = await Backoffice.Testing.Suite.StartLinkedAsync(store, [.. TroubledOffice.Modules]);
        suite.Errors.Expect("The store does not answer.");
        await suite.SeedAsync(TroubledOffice.Services);
        var office = new TroubledOffice(suite, service => service);
        await office.ComeThroughAsync(Documents, work => TroubleAsync(suite, office, work), "links were troubled");
    }

    private static async Task TroubleAsync(Backoffice.Testing.Suite suite, TroubledOffice office, Task work)
    {
        var links = new[] { suite.StoreLink, suite.RedisLink }.OfType<Link>().ToList();
        var moment = Documents * OfficeUnderFire.CallsEach / 8;

        await office.UntilAsync(moment, work);
        links.ForEach(link => link.Delay = Slow);
        await office.UntilAsync(2 * moment, work);
        links.ForEach(link => link.Delay = TimeSpan.Zero);

        // Redis carries what is shared, not what is kept: the office need not wait for it.
        await office.UntilAsync(3 * moment, work);
        suite.RedisLink!.Stall();
        var before = office.Work.Accepted;
        await Task.Delay(Still, TestContext.Current.CancellationToken);
        var meanwhile = office.Work.Accepted;
        suite.RedisLink.Resume();
        (meanwhile > before || work.IsCompleted).ShouldBeTrue("The office stood still while Redis did.");

        await office.UntilAsync(4 * moment, work);
        links.ForEach(link => link.Cut());
        await office.UntilAsync(5 * moment, work);
        suite.StoreLink?.Stall();
        await Task.Delay(Still, TestContext.Current.CancellationToken);
        // What was under way is lost with its connections: nobody can tell whether it was done.
        suite.StoreLink?.Cut();
        suite.StoreLink?.Resume();
    }
}
