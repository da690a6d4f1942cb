using System.Net;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Pages;

public sealed class ErrorPageTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task An_address_that_leads_nowhere_shows_a_page_in_the_readers_language(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        var page = await browser.GetAsync("/account/nothing");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Body.ShouldContain("无法继续");
        browser.AcceptLanguage = "en";
        (await browser.GetAsync("/account/nothing")).Body.ShouldContain("This did not work");
    }
}
