using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Platform.Hosting;

namespace Backoffice.Identity.Keys;

/// <summary>
/// The certificate that locks the keys in the database, so that the database alone gives nothing away. Named by options in a
/// deployment; on one machine made at the first start and kept beside the records, readable by its owner only.
/// </summary>
internal static class KeyCertificate
{
    private const string File = "identity-keys.pem";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static X509Certificate2 Read(IdentityOptions options, PlatformOptions platform)
    {
        if (options.KeyCertificateFile.Length > 0)
            return X509Certificate2.CreateFromPemFile(options.KeyCertificateFile, options.KeyCertificateKeyFile);
        var path = Path.Combine(platform.DataFolder, File);
        if (!System.IO.File.Exists(path))
            Make(path);
        return X509Certificate2.CreateFromPemFile(path);
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=Backoffice identity keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        // Complete before it has its name: another replica on the same folder reads a whole file or none.
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(new FileStream(draft, Options())))
        {
            writer.WriteLine(certificate.ExportCertificatePem());
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }
        try
        {
            System.IO.File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            // The other replica was first; its file is the one.
            System.IO.File.Delete(draft);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
