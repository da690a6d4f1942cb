using Microsoft.AspNetCore.Identity;

namespace Backoffice.Identity.Passwords;

/// <summary>
/// The one slow routine (PBKDF2-SHA512). It runs as often for an account that does not exist as for one that does, and only
/// as many times at once as there are processors: a flood of sign-ins must not stop everything else.
/// </summary>
internal sealed class PasswordHashes(IPasswordHasher<object> hasher) : IDisposable
{
    // The framework's hasher ignores whose password it is.
    private static readonly object Anyone = new();

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly Lazy<string> _ofNobody = new(() => hasher.HashPassword(Anyone, Guid.NewGuid().ToString()));

    public Task<string> HashAsync(string password, CancellationToken stop) => RunAsync(() => hasher.HashPassword(Anyone, password), stop);

    /// <summary>Compares; an empty hash fits no password and takes just as long.</summary>
    public async Task<PasswordVerificationResult> VerifyAsync(string hash, string password, CancellationToken stop)
    {
        var outcome = await RunAsync(() => hasher.VerifyHashedPassword(Anyone, hash.Length > 0 ? hash : _ofNobody.Value, password), stop);
        return hash.Length > 0 ? outcome : PasswordVerificationResult.Failed;
    }

    public void Dispose() => _places.Dispose();

    private async Task<T> RunAsync<T>(Func<T> hash, CancellationToken stop)
    {
        await _places.WaitAsync(stop);
        try
        {
            return await Task.Run(hash, stop);
        }
        finally
        {
            _places.Release();
        }
    }
}
