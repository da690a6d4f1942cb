using Backoffice.Identity.Tests.Accounts;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Pages;

public sealed class CodePageTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Five_wrong_codes_lock_the_account(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        await Enrolment.EnrolAsync(office, person);
        using var browser = office.NewBrowser();
        var page = await browser.SubmitAsync(await browser.GetAsync(new CodeFlow().AuthorizeUrl), ("login", person), ("password", DoorOffice.GoodPassword));
        for (var i = 0; i < 4; i++)
        {
            page = await browser.SubmitAsync(page, ("code", "000000"));
            page.Path.ShouldBe("/account/code");
        }
        // The right password in between does not make the wrong codes forgotten.
        page = await browser.SubmitAsync(await browser.GetAsync(new CodeFlow().AuthorizeUrl), ("login", person), ("password", DoorOffice.GoodPassword));
        page = await browser.SubmitAsync(page, ("code", "000000"));
        page.Path.ShouldBe("/account/signin");
        (await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword))).Path.ShouldBe("/account/signin");
        (await office.AuditOfAsync(person)).Select(e => e.Method).ShouldContain("identity/LockOut");
    }

    [Theory, EveryDatabase]
    public async Task The_code_comes_before_the_change_of_a_temporary_password(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var app = await Enrolment.EnrolAsync(office, person);
        var reset = await (await office.AsSysadminAsync()).ResetPasswordAsync(new V1.ResetPasswordRequest { Name = $"accounts/{person}" });
        using var browser = office.NewBrowser();
        var way = new CodeFlow();
        var page = await browser.SubmitAsync(await browser.GetAsync(way.AuthorizeUrl), ("login", person), ("password", reset.TemporaryPassword));
        page.Path.ShouldBe("/account/code");
        (await browser.GetAsync("/account/password")).Path.ShouldBe("/account/signin");
        page = await browser.SubmitAsync(page, ("code", app.NextCode()));
        page.Path.ShouldBe("/account/password");
        page = await browser.SubmitAsync(page, ("password", "Another-Horse-43"), ("repeat", "Another-Horse-43"));
        (await browser.RedeemAsync(way, page)).Status.ShouldBe(200);
    }
}
