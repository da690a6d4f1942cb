using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Backoffice.Platform.Hosting;

/// <summary>
/// A certificate with its private key, named by options in a deployment; on one machine made at the first start and kept beside
/// the records, readable by its owner only.
/// </summary>
public static class CertificateFile
{
    private const int KeyBits = 3072;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="certificateFile">PEM file of the certificate; empty for the own one.</param>
    /// <param name="keyFile">PEM file of its private key.</param>
    /// <param name="own">The file that is made where none is named.</param>
    /// <param name="commonName">Whose certificate that is.</param>
    public static X509Certificate2 Read(string certificateFile, string keyFile, string own, string commonName)
    {
        if (certificateFile.Length > 0)
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        if (!File.Exists(own))
            Make(own, commonName);
        return X509Certificate2.CreateFromPemFile(own);
    }

    private static void Make(string path, string commonName)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
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
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other replica was first; its file is the one.
            File.Delete(draft);
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
