using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class ChangeMyPasswordTests(IdentitySuites suites)
{
    private const string Next = "Quiet-River-77";

    [Theory, EveryDatabase]
    public async Task The_new_password_is_in_force_and_what_was_issued_before_is_void(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, me, tokens) = await SignedInAsync(office);
        await me.ChangeMyPasswordAsync(Request(DoorOffice.GoodPassword, Next));

        await Refused.ForAsync("UNAUTHENTICATED", me.GetMeAsync(new GetMeRequest()));
        using var browser = office.NewBrowser();
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh))).Error.ShouldBe("invalid_grant");
        var page = await browser.GetAsync(new CodeFlow().AuthorizeUrl);
        (await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword))).Problem.ShouldNotBeEmpty();
        (await office.SignInAsync(person, Next)).Status.ShouldBe(200);
        (await office.AuditOfAsync(person)).ShouldContain(e => e.Method.EndsWith("/ChangeMyPassword"));
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_old_password_is_refused_and_counts_towards_a_lock_out(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, me, _) = await SignedInAsync(office);
        for (var i = 0; i < 5; i++)
            await Refused.ForAsync("WRONG_PASSWORD", me.ChangeMyPasswordAsync(Request("wrong", Next)));
        await Refused.ForAsync("ACCOUNT_LOCKED", me.ChangeMyPasswordAsync(Request(DoorOffice.GoodPassword, Next)));
        (await office.AuditOfAsync(person)).Select(e => e.Method).ShouldContain("identity/LockOut");
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_named(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, me, _) = await SignedInAsync(office);
        await ShouldBreakAsync(me, $"{person}{person}", "KINDS", "LOGIN_NAME");
        await ShouldBreakAsync(me, "Password123", "COMMON");
        await ShouldBreakAsync(me, "quietriverside", "KINDS");
        await ShouldBreakAsync(me, DoorOffice.GoodPassword, "HISTORY");
        // The shortest length is in the contract itself.
        (await Refused.FieldsOfAsync(me.ChangeMyPasswordAsync(Request(DoorOffice.GoodPassword, "Sh0rt-one")))).ShouldBe(["new_password"]);
    }

    [Theory, EveryDatabase]
    public async Task The_last_five_passwords_cannot_be_chosen_again_and_the_sixth_can(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var present = DoorOffice.GoodPassword;
        foreach (var next in Enumerable.Range(1, 5).Select(i => $"Quiet-River-{i}"))
        {
            var me = office.Accounts((await office.SignInAsync(person, present)).Access);
            await me.ChangeMyPasswordAsync(Request(present, next));
            present = next;
        }
        var last = office.Accounts((await office.SignInAsync(person, present)).Access);
        foreach (var used in Enumerable.Range(1, 5).Select(i => $"Quiet-River-{i}"))
            await ShouldBreakAsync(last, used, "HISTORY", old: present);
        await last.ChangeMyPasswordAsync(Request(present, DoorOffice.GoodPassword));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_after_signing_in_anew_is_answered_like_the_first(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, me, _) = await SignedInAsync(office);
        var request = Request(DoorOffice.GoodPassword, Next);
        request.RequestId = Guid.NewGuid().ToString();
        await me.ChangeMyPasswordAsync(request);
        var again = office.Accounts((await office.SignInAsync(person, Next)).Access);
        await again.ChangeMyPasswordAsync(request);
        (await again.GetMeAsync(new GetMeRequest())).Account.ShouldBe(person);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_changes_at_once_one_wins(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, me, _) = await SignedInAsync(office);
        var outcomes = await Task.WhenAll(
            Refused.ReasonOfAsync(me.ChangeMyPasswordAsync(Request(DoorOffice.GoodPassword, "Quiet-River-1"))), Refused.ReasonOfAsync(me.ChangeMyPasswordAsync(Request(DoorOffice.GoodPassword, "Quiet-River-2"))));
        outcomes.Count(o => o.Length == 0).ShouldBe(1);
        outcomes.Single(o => o.Length > 0).ShouldBeOneOf("CONFLICT", "UNAUTHENTICATED", "WRONG_PASSWORD");
        (await office.SignInAsync(person, outcomes[0].Length == 0 ? "Quiet-River-1" : "Quiet-River-2")).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task A_machine_has_no_password_to_change(StoreKind store)
    {
        var office = await suites.On(store);
        var machine = await office.MachineTokenAsync();
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", office.Accounts(machine.Access).ChangeMyPasswordAsync(Request("anything", Next)));
    }

    private static async Task<(string Login, AccountService.AccountServiceClient Me, Tokens Tokens)> SignedInAsync(DoorOffice office)
    {
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        return (person, office.Accounts(tokens.Access), tokens);
    }

    private static async Task ShouldBreakAsync(AccountService.AccountServiceClient me, string choice, string first, string? second = null, string old = DoorOffice.GoodPassword)
    {
        var refusal = await Refused.ForAsync("WEAK_PASSWORD", me.ChangeMyPasswordAsync(Request(old, choice)));
        refusal.Metadata["rules"].ShouldBe(second is null ? first : $"{first},{second}");
    }

    private static ChangeMyPasswordRequest Request(string old, string next) => new() { OldPassword = old, NewPassword = next };
}
