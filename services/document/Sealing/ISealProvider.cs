using Backoffice.Typesetting.Seals;

namespace Backoffice.Document.Sealing;

/// <summary>
/// The port for providers of electronic seals (电子印章): a certified one is added as another implementation and chosen by the
/// configuration. Nothing outside this folder knows which it is.
/// </summary>
internal interface ISealProvider
{
    /// <summary>As registers and answers name it.</summary>
    string DisplayName { get; }

    /// <summary>True when its seals have no effect in law.</summary>
    bool IsTest { get; }

    /// <summary>What everybody is told who gets something of it; empty for nothing.</summary>
    string Notice { get; }

    /// <summary>Sets the seals of one or several organs on a PDF, each at its places, and signs the whole of it.</summary>
    /// <exception cref="Platform.Errors.Refusal">SEAL_PROVIDER_NOT_SET_UP: there is none.</exception>
    Task<byte[]> SealAsync(SealOrder order, CancellationToken stop);

    /// <summary>Every signature of a PDF, and whether it is of this provider.</summary>
    /// <exception cref="Platform.Errors.Refusal">SEAL_PROVIDER_NOT_SET_UP: there is none.</exception>
    Task<IReadOnlyList<FoundSeal>> VerifyAsync(ReadOnlyMemory<byte> pdf, CancellationToken stop);
}

/// <summary>What is to be sealed.</summary>
/// <param name="Number">发文字号, which the signature gives as its reason.</param>
internal sealed record SealOrder(ReadOnlyMemory<byte> Pdf, string Number, IReadOnlyList<OrganSeal> Seals);

/// <summary>The seal of one organ, over its own name.</summary>
internal sealed record OrganSeal(string Organ, IReadOnlyList<SealSpot> Spots);

/// <summary>A signature that was found.</summary>
internal sealed record FoundSeal(string Signer, string CertificateSha256, bool Intact, bool CoversFile, bool ByProvider);
