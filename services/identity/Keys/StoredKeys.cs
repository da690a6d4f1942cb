namespace Backoffice.Identity.Keys;

/// <summary>A key of the ring that protects what is stored, itself locked by the key certificate.</summary>
internal sealed class ProtectionKey
{
    public required Guid Id { get; init; }

    public required string Xml { get; init; }

    public required DateTimeOffset CreateTime { get; init; }
}

/// <summary>One generation of the issuer's keys: one pair that signs tokens, and one key that locks codes and refresh tokens.</summary>
internal sealed class SigningKey
{
    /// <summary>`kid` in the head of tokens.</summary>
    public required string Kid { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>From then on the key signs, until the next one does.</summary>
    public required DateTimeOffset SignFrom { get; init; }

    /// <summary>The private key (PKCS#8), encrypted.</summary>
    public required byte[] PrivateKey { get; init; }

    /// <summary>The key that locks codes and refresh tokens, encrypted.</summary>
    public required byte[] LockKey { get; init; }
}
