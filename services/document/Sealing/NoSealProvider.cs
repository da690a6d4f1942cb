namespace Backoffice.Document.Sealing;

/// <summary>The installation has no provider: nothing is sealed, and nothing is said of a seal.</summary>
internal sealed class NoSealProvider : ISealProvider
{
    public string DisplayName => "";

    public bool IsTest => false;

    public string Notice => "";

    public Task<byte[]> SealAsync(SealOrder order, CancellationToken stop) => throw DocumentErrors.SealProviderNotSetUp();

    public Task<IReadOnlyList<FoundSeal>> VerifyAsync(ReadOnlyMemory<byte> pdf, CancellationToken stop) => throw DocumentErrors.SealProviderNotSetUp();
}
