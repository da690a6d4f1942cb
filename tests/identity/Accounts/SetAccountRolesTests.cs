using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class SetAccountRolesTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task New_roles_are_in_the_next_token_and_end_the_older_ones(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var before = await office.SignInAsync(person, DoorOffice.GoodPassword);
        (await office.Accounts(before.Access).GetMeAsync(new GetMeRequest())).Roles.ShouldBe([Role.Clerk]);

        var answer = await (await office.AsSecadminAsync()).SetAccountRolesAsync(Request(person, Role.Archivist, Role.SectionChief));
        answer.Account.Roles.ShouldBe([Role.SectionChief, Role.Archivist]);

        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(before.Access).GetMeAsync(new GetMeRequest()));
        using var browser = office.NewBrowser();
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", before.Refresh))).Error.ShouldBe("invalid_grant");
        var after = await office.SignInAsync(person, DoorOffice.GoodPassword);
        (await office.Accounts(after.Access).GetMeAsync(new GetMeRequest())).Roles.ShouldBe([Role.SectionChief, Role.Archivist]);
        var events = await office.Suite.EventsAsync<AccountTokensRevoked>("identity");
        long.Parse(events.Last(e => e.Account == $"accounts/{person}").NotBefore).ShouldBeLessThanOrEqualTo(new DateTimeOffset(after.Read().IssuedAt, TimeSpan.Zero).ToUnixTimeSeconds());
    }

    [Theory, EveryDatabase]
    public async Task Administrator_roles_exclude_each_other_and_every_other_role(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, _) = await office.NewAccountAsync();
        var accounts = await office.AsSecadminAsync();
        foreach (var administrator in new[] { Role.SystemAdministrator, Role.SecurityAdministrator, Role.SecurityAuditor })
        {
            foreach (var other in Enum.GetValues<Role>().Where(r => r != Role.Unspecified && r != administrator))
                (await Refused.ForAsync("ROLES_EXCLUDE", accounts.SetAccountRolesAsync(Request(person, other, administrator)))).Metadata.ShouldContainKey("role_zh");
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_changes_the_own_account(StoreKind store) =>
        await Refused.ForAsync("OWN_ACCOUNT", (await (await suites.On(store)).AsSecadminAsync()).SetAccountRolesAsync(Request("secadmin", Role.SecurityAdministrator)));

    [Theory, EveryDatabase]
    public async Task The_last_administrator_of_a_kind_keeps_the_role(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var accounts = await office.AsSecadminAsync();
        var refusal = await Refused.ForAsync("LAST_ADMINISTRATOR", accounts.SetAccountRolesAsync(Request("sysadmin")));
        refusal.Metadata["role_zh"].ShouldBe("系统管理员");
        await Refused.ForAsync("LAST_ADMINISTRATOR", accounts.SetAccountRolesAsync(Request("auditor", Role.Clerk)));

        var (second, _) = await office.NewAccountAsync(Role.SecurityAuditor);
        (await accounts.SetAccountRolesAsync(Request("auditor", Role.Clerk))).Account.Roles.ShouldBe([Role.Clerk]);
        await Refused.ForAsync("LAST_ADMINISTRATOR", accounts.SetAccountRolesAsync(Request(second)));
    }

    [Theory, EveryDatabase]
    public async Task Two_security_administrators_who_strip_each_other_leave_one(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var second = await office.NewPersonAsync(Role.SecurityAdministrator);
        var first = await office.AsSecadminAsync();
        var other = office.Accounts((await office.SignInAsync(second, DoorOffice.GoodPassword)).Access);
        var outcomes = await Task.WhenAll(
            Refused.ReasonOfAsync(first.SetAccountRolesAsync(Request(second, Role.Clerk))), Refused.ReasonOfAsync(other.SetAccountRolesAsync(Request("secadmin", Role.Clerk))));
        outcomes.Count(o => o.Length == 0).ShouldBe(1);
        outcomes.Single(o => o.Length > 0).ShouldBeOneOf("LAST_ADMINISTRATOR", "UNAUTHENTICATED");
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_is_refused(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, _) = await office.NewAccountAsync(Role.Clerk);
        var accounts = await office.AsSecadminAsync();
        var read = (await accounts.GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account;
        var request = Request(person, Role.Archivist);
        request.Etag = read.Etag;
        await accounts.SetAccountRolesAsync(request);
        await Refused.ForAsync("STALE_ETAG", accounts.SetAccountRolesAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_changes_nothing_and_tells_nobody_again(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, _) = await office.NewAccountAsync();
        var accounts = await office.AsSecadminAsync();
        var request = Request(person, Role.Clerk);
        request.RequestId = Guid.NewGuid().ToString();
        var first = await accounts.SetAccountRolesAsync(request);
        (await accounts.SetAccountRolesAsync(request)).ShouldBe(first);
        (await office.Suite.EventsAsync<AccountTokensRevoked>("identity")).Count(e => e.Account == $"accounts/{person}").ShouldBe(1);
        request.Roles.Add(Role.Archivist);
        await Refused.ForAsync("REQUEST_ID_REUSED", accounts.SetAccountRolesAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task An_absent_account_is_not_found(StoreKind store) =>
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", (await (await suites.On(store)).AsSecadminAsync()).SetAccountRolesAsync(Request("absent", Role.Clerk)));

    [Theory, EveryDatabase]
    public async Task The_system_administrator_grants_no_roles(StoreKind store) =>
        await Refused.ForAsync("PERMISSION_DENIED", (await (await suites.On(store)).AsSysadminAsync()).SetAccountRolesAsync(Request("auditor", Role.Clerk)));

    [Theory, EveryDatabase]
    public async Task Roles_that_do_not_exist_or_are_named_twice_are_refused(StoreKind store)
    {
        var accounts = await (await suites.On(store)).AsSecadminAsync();
        (await Refused.FieldsOfAsync(accounts.SetAccountRolesAsync(Request("auditor", (Role)99)))).ShouldBe(["roles[0]"]);
        (await Refused.FieldsOfAsync(accounts.SetAccountRolesAsync(Request("auditor", Role.Clerk, Role.Clerk)))).ShouldBe(["roles"]);
    }

    private static SetAccountRolesRequest Request(string login, params Role[] roles) => new() { Name = $"accounts/{login}", Roles = { roles } };
}
