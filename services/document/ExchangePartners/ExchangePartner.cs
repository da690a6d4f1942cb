using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.ExchangePartners;

/// <summary>An installation of another organ, and the one certificate its packages are believed by. Retired, it stays in the register.</summary>
internal sealed class ExchangePartner
{
    public required Guid Id { get; init; }

    public required string CreditCode { get; init; }

    public required string DisplayName { get; init; }

    public required string ShortName { get; init; }

    /// <summary>DER.</summary>
    public required byte[] Certificate { get; init; }

    public required string CertificateSha256 { get; init; }

    /// <summary>True when its installation is a classified zone.</summary>
    public bool IsClassified { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required string Person { get; init; }

    public DateTimeOffset? RetireTime { get; private set; }

    public string RetireReason { get; private set; } = "";

    public string Name => $"exchangePartners/{Id}";

    public static ExchangePartner Of(V1.ExchangePartner sent, string person, DateTimeOffset at)
    {
        if (!Regulations.Numbering.CreditCode.IsValid(sent.CreditCode))
            throw DocumentErrors.CreditCode(sent.CreditCode);
        using var certificate = Read(sent.CertificatePem);
        if (!certificate.IsValidAt(at))
            throw DocumentErrors.CertificateRefused("不在有效期内 (not valid now)");
        return new ExchangePartner
        {
            Id = Guid.CreateVersion7(at),
            CreditCode = sent.CreditCode,
            DisplayName = sent.DisplayName,
            ShortName = sent.ShortName,
            Certificate = certificate.RawData,
            CertificateSha256 = certificate.Sha256(),
            IsClassified = sent.Classified,
            CreateTime = at,
            Person = person,
        };
    }

    /// <summary>What both have of what no two partners may share; empty when nothing.</summary>
    public string SharedWith(ExchangePartner other) =>
        CreditCode == other.CreditCode ? "统一社会信用代码 (credit code)"
        : CertificateSha256 == other.CertificateSha256 ? "证书 (certificate)"
        : IsCalled(other.DisplayName) || IsCalled(other.ShortName) ? "名称 (name)"
        : "";

    public bool IsCalled(string name) => name.Length > 0 && (name == DisplayName || name == ShortName);

    /// <summary>The first retirement stands.</summary>
    public void Retire(string reason, DateTimeOffset at)
    {
        if (RetireTime is null)
            (RetireTime, RetireReason) = (at, reason);
    }

    public V1.ExchangePartner ToProto() => new()
    {
        Name = Name,
        CreditCode = CreditCode,
        DisplayName = DisplayName,
        ShortName = ShortName,
        CertificatePem = PemEncoding.WriteString("CERTIFICATE", Certificate),
        CertificateSha256 = CertificateSha256,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        Person = Person,
        RetireTime = RetireTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        RetireReason = RetireReason,
        Classified = IsClassified,
    };

    private static X509Certificate2 Read(string pem)
    {
        // What holds a private key was meant for nobody but its owner.
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            throw DocumentErrors.CertificateRefused("含有私钥，只应提供证书 (it comes with a private key)");
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw DocumentErrors.CertificateRefused("不是PEM格式的证书 (no certificate in PEM)");
        }
    }
}
