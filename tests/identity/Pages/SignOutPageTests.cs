using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Pages;

public sealed class SignOutPageTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Looking_at_the_page_ends_nothing_and_its_button_does(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        var page = await browser.GetAsync("/account/signout?returnUrl=https%3A%2F%2Felsewhere.example%2F");
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Url.ShouldStartWith(CodeFlow.RedirectUri);
        (await browser.SubmitAsync(page)).Url.ShouldBe("/");
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Path.ShouldBe("/account/signin");
    }
}
