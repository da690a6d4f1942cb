using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class CodeFlowTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_person_signs_in_and_gets_tokens_that_say_who_it_is(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        var access = tokens.Read();
        access.Typ.ShouldBe("at+jwt");
        access.Issuer.ShouldBe(DoorOffice.Issuer);
        access.Audiences.ShouldBe(["backoffice"]);
        access.Subject.ShouldBe(person);
        access.GetPayloadValue<string>("name").ShouldBe($"人员 {person}");
        access.GetPayloadValue<System.Text.Json.JsonElement>("role").GetRawText().ShouldBe("""["clerk"]""");
        (access.ValidTo - access.IssuedAt).ShouldBeInRange(TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
        new JsonWebToken(tokens.Identity).Subject.ShouldBe(person);
    }
}
