using Backoffice.Platform.Errors;

namespace Backoffice.Platform.Storage;

/// <summary>A record with a revision that grows with every change; the revision is the resource's etag.</summary>
public abstract class Versioned
{
    public long Revision { get; private set; } = 1;

    public string Etag => Revision.ToString();

    /// <summary>Says that the record changed. A change that does not say so is refused by the store.</summary>
    public void Touch() => Revision++;

    /// <summary>Refuses a change made to an older state than the present one. An empty etag skips the check.</summary>
    public void ExpectEtag(string etag, string name)
    {
        if (etag.Length > 0 && etag != Etag)
            throw PlatformErrors.StaleEtag(name, etag);
    }
}
