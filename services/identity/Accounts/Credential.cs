namespace Backoffice.Identity.Accounts;

/// <summary>How the holder of an account proves to be it, and what became of the attempts.</summary>
internal sealed class Credential
{
    /// <summary>The present password and the four before it cannot be chosen again.</summary>
    private const int Remembered = 5;

    /// <summary>`accounts/{login name}`.</summary>
    public required string Account { get; init; }

    /// <summary>Empty: no password fits.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>Hashes of earlier passwords, the latest first.</summary>
    public IReadOnlyList<string> FormerHashes { get; private set; } = [];

    /// <summary>The password was given by somebody else and must be changed at the next sign-in.</summary>
    public bool ChangeRequired { get; set; }

    /// <summary>Wrong passwords and codes since the last sign-in or lock-out.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LockEndTime { get; private set; }

    public DateTimeOffset? LastSignInTime { get; private set; }

    /// <summary>The second factor's secret, encrypted; null when none is enrolled.</summary>
    public byte[]? TotpSecret { get; private set; }

    /// <summary>The secret of an enrolment that is not confirmed yet, encrypted.</summary>
    public byte[]? TotpEnrolment { get; private set; }

    /// <summary>Time step of the last code accepted; a code of it or before is used up.</summary>
    public long TotpLastStep { get; private set; }

    /// <summary>Changes when sessions end: what was issued under another stamp is void.</summary>
    public Guid Stamp { get; private set; } = Guid.NewGuid();

    /// <summary>Tokens issued before this whole second are void.</summary>
    public DateTimeOffset TokensNotBefore { get; private set; }

    /// <summary>The hashes that a new password may not match.</summary>
    public IReadOnlyList<string> UsedHashes => PasswordHash.Length > 0 ? [PasswordHash, .. FormerHashes] : FormerHashes;

    public bool IsLocked(DateTimeOffset now) => LockEndTime > now;

    /// <summary>Counts a wrong password or code; true when it is the one that locks.</summary>
    public bool Fail(DateTimeOffset now, int lockAfter, TimeSpan lockFor)
    {
        if (IsLocked(now))
            return false;
        if (++Failures < lockAfter)
            return false;
        Failures = 0;
        LockEndTime = now + lockFor;
        return true;
    }

    public void SignIn(DateTimeOffset now)
    {
        Failures = 0;
        LockEndTime = null;
        LastSignInTime = now;
    }

    /// <summary>Takes the holder's own choice of a password.</summary>
    public void ChangePassword(string hash)
    {
        // What an administrator gave was no choice of the holder and takes no place among the remembered.
        if (!ChangeRequired)
            FormerHashes = [.. UsedHashes.Take(Remembered - 1)];
        PasswordHash = hash;
        ChangeRequired = false;
    }

    /// <summary>Takes a password given by an administrator, and lifts a lock-out.</summary>
    public void ResetPassword(string hash)
    {
        if (!ChangeRequired)
            FormerHashes = [.. UsedHashes.Take(Remembered - 1)];
        PasswordHash = hash;
        ChangeRequired = true;
        Failures = 0;
        LockEndTime = null;
    }

    public void StartTotp(byte[] secret) => TotpEnrolment = secret;

    /// <summary>Puts the enrolled secret in force; the code that proved it is used up.</summary>
    public void ConfirmTotp(long step)
    {
        TotpSecret = TotpEnrolment;
        TotpEnrolment = null;
        TotpLastStep = step;
    }

    public void UseTotp(long step) => TotpLastStep = step;

    public void RemoveTotp()
    {
        TotpSecret = null;
        TotpEnrolment = null;
    }

    /// <summary>Ends what was issued up to now.</summary>
    public void EndSessions(DateTimeOffset now)
    {
        Stamp = Guid.NewGuid();
        // Tokens tell their issue in whole seconds: rounded up, so that one issued earlier in this second is void as well.
        var next = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + 1);
        // Those issued since an end in this very second say the next one already; they end too.
        TokensNotBefore = next > TokensNotBefore ? next : TokensNotBefore.AddSeconds(1);
    }
}
