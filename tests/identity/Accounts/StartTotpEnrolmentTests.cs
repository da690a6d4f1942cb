using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class StartTotpEnrolmentTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_secret_is_shown_once_and_stored_encrypted(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var me = office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access);
        var request = new StartTotpEnrolmentRequest { Password = DoorOffice.GoodPassword, RequestId = Guid.NewGuid().ToString() };
        var first = await me.StartTotpEnrolmentAsync(request);
        first.OtpauthUri.ShouldStartWith($"otpauth://totp/Backoffice:{person}?secret=");
        (await me.StartTotpEnrolmentAsync(request)).OtpauthUri.ShouldBeEmpty();
        (await office.Suite.FindInStoreAsync(new Enrolment(first.OtpauthUri).SecretText)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Until_it_is_confirmed_no_code_is_asked_for(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        await office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access)
            .StartTotpEnrolmentAsync(new StartTotpEnrolmentRequest { Password = DoorOffice.GoodPassword });
        (await office.SignInAsync(person, DoorOffice.GoodPassword)).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task A_token_alone_is_no_proof(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var me = office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access);
        await Refused.ForAsync("WRONG_PASSWORD", me.StartTotpEnrolmentAsync(new StartTotpEnrolmentRequest { Password = "wrong" }));
        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(null).StartTotpEnrolmentAsync(new StartTotpEnrolmentRequest { Password = "wrong" }));
    }
}
