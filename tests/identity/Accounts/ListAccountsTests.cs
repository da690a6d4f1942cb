using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class ListAccountsTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Walking_the_pages_reads_every_account_once_in_order(StoreKind store)
    {
        var office = await suites.On(store);
        var accounts = await office.AsSysadminAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await office.NewAccountAsync();
        var (names, token) = (new List<string>(), "");
        do
        {
            var page = await accounts.ListAccountsAsync(new ListAccountsRequest { PageSize = 2, PageToken = token });
            page.Accounts.Count.ShouldBeLessThanOrEqualTo(2);
            names.AddRange(page.Accounts.Select(a => a.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        names.ShouldBe(names.Distinct());
        names.ShouldContain("accounts/auditor");
        names.ShouldContain("accounts/sysadmin");
        names.Count.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Theory, EveryDatabase]
    public async Task A_made_up_page_token_is_refused(StoreKind store) =>
        await Refused.ForAsync("INVALID_PAGE_TOKEN", (await (await suites.On(store)).AsSysadminAsync()).ListAccountsAsync(new ListAccountsRequest { PageToken = "made-up" }));

    [Theory, EveryDatabase]
    public async Task A_machine_without_the_role_lists_no_accounts(StoreKind store)
    {
        var office = await suites.On(store);
        var machine = await office.MachineTokenAsync();
        await Refused.ForAsync("PERMISSION_DENIED", office.Accounts(machine.Access).ListAccountsAsync(new ListAccountsRequest()));
    }
}
