using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Sessions;

public sealed class ListMySessionsTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Each_browser_is_a_session_and_the_one_asked_from_is_marked(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var firefox = office.NewBrowser();
        firefox.Headers["User-Agent"] = SignedInPeople.Firefox;
        firefox.Headers["X-Forwarded-For"] = "192.0.2.7";
        var tokens = await office.EnterAsync(firefox, person);

        var sessions = await office.ListAsync(tokens);

        // The first password was changed in a browser that has been closed since; its session is one until it is ended.
        sessions.Select(s => s.Current).ShouldBe([true, false]);
        (sessions[0].UserAgent, sessions[0].Address).ShouldBe((SignedInPeople.Firefox, "192.0.2.7"));
        sessions.ShouldAllBe(s => s.Name.StartsWith($"accounts/{person}/sessions/", StringComparison.Ordinal));
        sessions[0].LastUseTime.ShouldBeGreaterThanOrEqualTo(sessions[0].SignInTime);
    }

    [Theory, EveryDatabase]
    public async Task A_session_is_one_however_often_the_browser_comes_back_with_it(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var tokens = await office.EnterAsync(browser, person);
        var before = (await office.ListAsync(tokens)).Single(s => s.Current);
        var again = new CodeFlow();
        var back = await browser.RedeemAsync(again, await browser.GetAsync(again.AuthorizeUrl));
        var refreshed = await browser.RefreshAsync(back);

        var after = (await office.ListAsync(refreshed)).Single(s => s.Current);

        (after.Name, after.SignInTime).ShouldBe((before.Name, before.SignInTime));
        after.LastUseTime.ShouldBeGreaterThan(before.LastUseTime);
    }

    [Theory, EveryDatabase]
    public async Task They_are_listed_page_by_page_and_nobody_elses_among_them(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        await office.SignInAsync(person, DoorOffice.GoodPassword);
        var sessions = office.Sessions(tokens.Access);

        var first = await sessions.ListMySessionsAsync(new ListMySessionsRequest { PageSize = 2 });
        var second = await sessions.ListMySessionsAsync(new ListMySessionsRequest { PageSize = 2, PageToken = first.NextPageToken });

        (first.Sessions.Count, second.Sessions.Count, second.NextPageToken).ShouldBe((2, 1, ""));
        first.Sessions.Concat(second.Sessions).Select(s => s.Name).Distinct().Count().ShouldBe(3);
        await Refused.ForAsync("UNAUTHENTICATED", office.Sessions(null).ListMySessionsAsync(new ListMySessionsRequest()));
    }

    [Theory, EveryDatabase]
    public async Task What_has_run_out_by_itself_is_listed_no_more_and_cleared_away(StoreKind store)
    {
        // Begins in the past: OpenIddict's own store goes by the machine's clock.
        var clock = new AdvancedClock();
        clock.Advance(TimeSpan.FromHours(-14));
        await using var office = await DoorOffice.StartAsync(store, clock);
        var person = await office.NewPersonAsync(Role.Clerk);
        clock.Advance(TimeSpan.FromHours(12.1));
        (await office.ListAsync(await office.SignInAsync(person, DoorOffice.GoodPassword))).ShouldHaveSingleItem().Current.ShouldBeTrue();
        clock.Advance(TimeSpan.FromHours(1.5));
        await office.ClearAsync();
        (await office.CountSessionsAsync(person)).ShouldBe(1);
    }
}
