using Backoffice.Identity.Tests.Accounts;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using StackExchange.Redis;
using Xunit;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Identity.Tests.Keys;

public sealed class ReplicaTests
{
    private const string Second = "identity-2";

    [Theory, EveryDatabase]
    public async Task A_sign_in_begun_at_one_replica_goes_on_at_the_other(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await office.AddAsync(Second);
        var (login, temporary) = await office.NewAccountAsync(Role.Clerk);
        var (one, two) = (office.Suite.AddressOf("identity"), office.Suite.AddressOf(Second));
        using var browser = office.NewBrowser();
        var way = new CodeFlow();

        var page = await browser.GetAsync(way.AuthorizeUrl);
        browser.Service = two;
        page = await browser.SubmitAsync(page, ("login", login), ("password", temporary));
        page.Path.ShouldBe("/account/password");
        browser.Service = one;
        var back = await browser.SubmitAsync(page, ("password", DoorOffice.GoodPassword), ("repeat", DoorOffice.GoodPassword));
        browser.Service = two;
        var tokens = await browser.RedeemAsync(way, back);
        browser.Service = one;
        tokens = await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh));
        (await office.Accounts(tokens.Access, Second).GetMeAsync(new GetMeRequest())).Account.ShouldBe(login);
        var again = new CodeFlow();
        browser.Service = two;
        (await browser.RedeemAsync(again, await browser.GetAsync(again.AuthorizeUrl))).Read().Kid.ShouldBe(tokens.Read().Kid);
    }

    [Theory, EveryDatabase]
    public async Task What_one_replica_revokes_the_other_refuses(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await office.AddAsync(Second);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        await (await office.AsSysadminAsync()).SetAccountDisabledAsync(new SetAccountDisabledRequest { Name = $"accounts/{person}", Disabled = true });
        await Eventually.SameAsync(() => Refused.ReasonOfAsync(office.Accounts(tokens.Access, Second).GetMeAsync(new GetMeRequest())), reason => reason == "UNAUTHENTICATED");
    }

    [Theory, EveryDatabase]
    public async Task Wrong_passwords_at_both_replicas_count_together(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await office.AddAsync(Second);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            browser.Service = office.Suite.AddressOf(i % 2 == 0 ? "identity" : Second);
            await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", person), ("password", "wrong"));
        }
        (await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", person), ("password", DoorOffice.GoodPassword))).Problem.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task When_redis_loses_everything_sessions_go_on_and_a_new_replica_shares_them(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);

        await using var redis = await ConnectionMultiplexer.ConnectAsync(office.Suite.Redis + ",allowAdmin=true");
        await redis.GetDatabase().ExecuteAsync("FLUSHALL");
        await Eventually.TrueAsync(() => redis.GetDatabase().KeyExistsAsync("identity:keys"));

        await office.AddAsync(Second);
        browser.Service = office.Suite.AddressOf(Second);
        var way = new CodeFlow();
        (await browser.RedeemAsync(way, await browser.GetAsync(way.AuthorizeUrl))).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task When_nobody_has_the_session_keys_any_more_people_sign_in_again_and_nothing_else_is_lost(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var app = await Enrolment.EnrolAsync(office, person);
        var machine = await office.MachineTokenAsync();
        using var browser = office.NewBrowser();
        var way = new CodeFlow();
        var page = await browser.SubmitAsync(await browser.GetAsync(way.AuthorizeUrl), ("login", person), ("password", DoorOffice.GoodPassword));
        page.Path.ShouldBe("/account/code");

        await office.Suite.StopAsync("identity");
        await using var redis = await ConnectionMultiplexer.ConnectAsync(office.Suite.Redis + ",allowAdmin=true");
        await redis.GetDatabase().ExecuteAsync("FLUSHALL");
        await office.AddAsync("identity");

        browser.Service = office.Suite.AddressOf("identity");
        page = await browser.GetAsync(way.AuthorizeUrl);
        page.Path.ShouldBe("/account/signin");
        page = await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword));
        (await browser.RedeemAsync(way, await browser.SubmitAsync(page, ("code", app.NextCode())))).Status.ShouldBe(200);
        (await office.Accounts(machine.Access).GetMeAsync(new GetMeRequest())).Account.ShouldBe(DoorOffice.Machine);
    }
}
