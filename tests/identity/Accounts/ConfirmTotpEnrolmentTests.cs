using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class ConfirmTotpEnrolmentTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task From_then_on_signing_in_asks_for_a_code_and_takes_each_once(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var app = await Enrolment.EnrolAsync(office, person);
        var code = app.NextCode();

        using var browser = office.NewBrowser();
        var way = new CodeFlow();
        var page = await browser.SubmitAsync(await browser.GetAsync(way.AuthorizeUrl), ("login", person), ("password", DoorOffice.GoodPassword));
        page.Path.ShouldBe("/account/code");
        (await browser.RedeemAsync(way, await browser.SubmitAsync(page, ("code", code)))).Status.ShouldBe(200);

        using var thief = office.NewBrowser();
        page = await thief.SubmitAsync(await thief.GetAsync(new CodeFlow().AuthorizeUrl), ("login", person), ("password", DoorOffice.GoodPassword));
        page = await thief.SubmitAsync(page, ("code", code));
        page.Path.ShouldBe("/account/code");
        page.Problem.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_code_confirms_nothing(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var me = office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access);
        await me.StartTotpEnrolmentAsync(new StartTotpEnrolmentRequest { Password = DoorOffice.GoodPassword });
        await Refused.ForAsync("WRONG_CODE", me.ConfirmTotpEnrolmentAsync(new ConfirmTotpEnrolmentRequest { Code = "000000" }));
        (await Refused.FieldsOfAsync(me.ConfirmTotpEnrolmentAsync(new ConfirmTotpEnrolmentRequest { Code = "12345a" }))).ShouldBe(["code"]);
        (await (await office.AsSysadminAsync()).GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account.TotpEnrolled.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Nothing_started_is_nothing_to_confirm(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var me = office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access);
        await Refused.ForAsync("NO_ENROLMENT", me.ConfirmTotpEnrolmentAsync(new ConfirmTotpEnrolmentRequest { Code = "000000" }));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_is_answered_like_the_first(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var me = office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access);
        var app = new Enrolment((await me.StartTotpEnrolmentAsync(new StartTotpEnrolmentRequest { Password = DoorOffice.GoodPassword })).OtpauthUri);
        var request = new ConfirmTotpEnrolmentRequest { Code = app.Code(), RequestId = Guid.NewGuid().ToString() };
        await me.ConfirmTotpEnrolmentAsync(request);
        await me.ConfirmTotpEnrolmentAsync(request);
    }
}
