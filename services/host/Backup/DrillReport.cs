using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Backoffice.Host.Doctor;
using Backoffice.Host.Up;
using Backoffice.Platform.Hosting;

namespace Backoffice.Host.Backup;

/// <summary>
/// What a drill found, signed by the installation that held it, so that it can be shown to whoever asks whether the backups can
/// be relied on. `openssl dgst -sha256 -verify` checks it with the certificate's public key.
/// </summary>
/// <param name="Backup">The backup that was restored.</param>
/// <param name="BackupTime">The moment of its records.</param>
/// <param name="DrillTime">When the drill ended.</param>
/// <param name="Seconds">How long restoring took: what an office would wait for after a loss.</param>
/// <param name="Bytes">How much was restored.</param>
/// <param name="Passed">Whether everything is what it was.</param>
/// <param name="Findings">What was compared.</param>
internal sealed record DrillReport(string Backup, DateTimeOffset BackupTime, DateTimeOffset DrillTime, double Seconds, long Bytes, bool Passed, IReadOnlyList<Finding> Findings)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the report, its signature beside it as `.sig`, and the certificate as `.pem`.</summary>
    public async Task SaveAsync(string path, Installation installation, CancellationToken stop)
    {
        using var certificate = CertificateFile.Read("", "", installation.PathOf("secrets", "drill.pem"), "Backoffice restore drill");
        using var key = certificate.GetRSAPrivateKey()!;
        var report = JsonSerializer.SerializeToUtf8Bytes(this, Form);
        await File.WriteAllBytesAsync(path, report, stop);
        await File.WriteAllBytesAsync($"{path}.sig", key.SignData(report, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), stop);
        await File.WriteAllTextAsync($"{path}.pem", certificate.ExportCertificatePem(), stop);
    }
}
