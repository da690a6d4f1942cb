using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Identity.Keys;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Keys;

public sealed class StoredSecretsTests
{
    [Fact]
    public void What_is_stored_opens_with_the_same_ring_and_certificate_only()
    {
        using var folder = new Folder();
        using var certificate = KeyCertificate.Read(new IdentityOptions(), folder.Platform);
        using var first = new StoredSecrets(certificate);
        var ring = first.MakeKey(TimeProvider.System.GetUtcNow());
        first.Open([ring]);
        var secret = RandomNumberGenerator.GetBytes(20);
        var stored = first.ProtectTotp(secret);
        stored.AsSpan().IndexOf(secret).ShouldBe(-1);

        using var again = new StoredSecrets(KeyCertificate.Read(new IdentityOptions(), folder.Platform));
        again.Open([ring]);
        again.UnprotectTotp(stored).ShouldBe(secret);
        Should.Throw<CryptographicException>(() => again.UnprotectSigningKey(stored));

        using var elsewhere = new Folder();
        using var stranger = new StoredSecrets(KeyCertificate.Read(new IdentityOptions(), elsewhere.Platform));
        stranger.Open([ring]);
        Should.Throw<CryptographicException>(() => stranger.UnprotectTotp(stored));
    }

    [Fact]
    public void The_certificate_made_on_one_machine_is_its_owners_alone_and_stays()
    {
        using var folder = new Folder();
        using var made = KeyCertificate.Read(new IdentityOptions(), folder.Platform);
        using var read = KeyCertificate.Read(new IdentityOptions(), folder.Platform);
        read.Thumbprint.ShouldBe(made.Thumbprint);
        read.HasPrivateKey.ShouldBeTrue();
        var file = System.IO.Directory.GetFiles(folder.Platform.DataFolder).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory, EveryDatabase]
    public async Task A_start_with_another_certificate_fails_and_names_the_variable(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        using var elsewhere = new Folder();
        using var other = KeyCertificate.Read(new IdentityOptions(), elsewhere.Platform);
        var file = System.IO.Directory.GetFiles(elsewhere.Platform.DataFolder).Single();
        office.Suite.Errors.Expect("Hosting failed to start");
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => office.AddAsync(
            "identity/other", ("Identity:KeyCertificateFile", file), ("Identity:KeyCertificateKeyFile", file)));
        failure.Message.ShouldContain("Identity__KeyCertificateFile");
    }

    private sealed class Folder : IDisposable
    {
        public PlatformOptions Platform { get; } = new() { DataFolder = System.IO.Directory.CreateTempSubdirectory("identity-").FullName };

        public void Dispose() => System.IO.Directory.Delete(Platform.DataFolder, recursive: true);
    }
}
