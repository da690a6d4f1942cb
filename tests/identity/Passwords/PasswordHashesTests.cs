using System.Buffers.Binary;
using Backoffice.Identity.Accounts;
using Backoffice.Identity.Passwords;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Passwords;

public sealed class PasswordHashesTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_hash_of_fewer_rounds_is_renewed_at_the_next_sign_in(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        RoundsOf(await HashAsync(office, person)).ShouldBe(1_000u);

        var replica = $"identity/{Guid.NewGuid():N}";
        await office.AddAsync(replica, builder => builder.Services.RemoveAll<IPasswordHasher<object>>());
        (await office.SignInAsync(person, DoorOffice.GoodPassword, name: replica)).Status.ShouldBe(200);
        RoundsOf(await HashAsync(office, person)).ShouldBeGreaterThanOrEqualTo(210_000u);
        (await office.SignInAsync(person, DoorOffice.GoodPassword, name: replica)).Status.ShouldBe(200);
        await office.Suite.StopAsync(replica);
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_name_costs_the_same_routine_as_a_wrong_password(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var counting = new CountingHasher();
        var replica = $"identity/{Guid.NewGuid():N}";
        await office.AddAsync(replica, builder => builder.Services.AddSingleton<IPasswordHasher<object>>(counting));
        using var browser = office.NewBrowser(replica);
        foreach (var login in new[] { person, "nobody-at-all", "Not A Name", "" })
        {
            var before = counting.Verified;
            await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", login), ("password", "wrong"));
            counting.Verified.ShouldBe(before + 1, login);
        }
        await office.Suite.StopAsync(replica);
    }

    [Fact]
    public async Task An_account_without_a_hash_takes_no_password_and_the_same_routine()
    {
        var counting = new CountingHasher();
        using var hashes = new PasswordHashes(counting);
        (await hashes.VerifyAsync("", "", TestContext.Current.CancellationToken)).ShouldBe(PasswordVerificationResult.Failed);
        counting.Verified.ShouldBe(1);
    }

    private static async Task<string> HashAsync(DoorOffice office, string login)
    {
        await using var scope = office.Suite.Services("identity").CreateAsyncScope();
        var name = Account.NameOf(login);
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().Credentials.Where(c => c.Account == name).Select(c => c.PasswordHash).SingleAsync();
    }

    /// <summary>The framework's format: a marker, the pseudo-random function (2 is HMAC-SHA512), the rounds.</summary>
    private static uint RoundsOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        (bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1))).ShouldBe(((byte)1, 2u));
        return BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5));
    }

    /// <summary>The real routine, counted.</summary>
    private sealed class CountingHasher : PasswordHasher<object>
    {
        private int _verified;

        public int Verified => _verified;

        public override PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
