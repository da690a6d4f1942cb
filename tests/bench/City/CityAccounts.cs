using Backoffice.Bench.Raw;
using Backoffice.Identity;
using Backoffice.Identity.Start;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Bench.City;

/// <summary>
/// What the identity service keeps of everybody: an account with a role, and a credential that no password fits. Nobody signs in
/// here; the tokens of a measurement are the test issuer's.
/// </summary>
internal static class CityAccounts
{
    private const string Service = "identity";
    private const string First = "accounts/sysadmin";

    public static async Task FillAsync(Suite suite, CityOffice office, Random random)
    {
        // The first start makes three administrators, and what they are made of is the form of all others.
        await suite.AddAsync(IdentityModule.Module, Service, new SuitePart
        {
            Settings = new Dictionary<string, string?> { ["Backoffice:Issuer"] = "http://city.test/" },
            Configure = builder => builder.Services.AddSingleton<ShowFirstPasswords>(_ => { }),
        });
        RowForm account, credential;
        await using (var raw = RawStore.Open(suite.Store, Service))
            (account, credential) = (await raw.FormOfAsync("accounts", $"name = '{First}'"), await raw.FormOfAsync("credentials", $"account = '{First}'"));
        await suite.StopAsync(Service);

        await using var bulk = Bulk.Open(suite.Store, Service);
        var opened = new DateTimeOffset(CityPlan.FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;
        var stamp = new byte[16];
        await bulk.WriteAsync("accounts", account.Columns, [.. office.Residents.Select(r => account.ValuesWith(
            ("name", $"accounts/{r.Account}"), ("display_name", r.DisplayName), ("roles", account.ListLike("roles", [r.Role.ToString()])), ("create_time", opened)))]);
        await bulk.WriteAsync("credentials", credential.Columns, [.. office.Residents.Select(r =>
        {
            random.NextBytes(stamp);
            return credential.ValuesWith(("account", $"accounts/{r.Account}"), ("password_hash", ""), ("stamp", credential["stamp"] is string ? SqliteRaw.KeyOf(new Guid(stamp)) : new Guid(stamp)));
        })]);
        await bulk.FinishAsync();
    }
}
