using Backoffice.Platform.Errors;

namespace Backoffice.Platform.Hosting;

/// <summary>Which service this is: its Dapr app id, database schema and the middle of its proto package, e.g. `document`.</summary>
public sealed record ServiceIdentity(string Name)
{
    /// <summary>`services/{service}`: the resource under which it shows its own ledgers.</summary>
    internal string ResourceName => $"services/{Name}";

    /// <summary>Refuses what was asked of another service.</summary>
    internal void ExpectNamed(string resource)
    {
        if (resource != ResourceName)
            throw PlatformErrors.OtherService(resource, Name);
    }
}
