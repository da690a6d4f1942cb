using Backoffice.Options.V1;

namespace Backoffice.Platform.Callers;

/// <summary>Names of roles in tokens: the proto name in lower case without its prefix, e.g. `office_director`.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, Role> ByName = AccessReflection.Descriptor.EnumTypes
        .Single(e => e.Name == nameof(Role)).Values.Where(v => v.Number != 0)
        .ToDictionary(v => v.Name["ROLE_".Length..].ToLowerInvariant(), v => (Role)v.Number);

    private static readonly Dictionary<Role, string> ByRole = ByName.ToDictionary(p => p.Value, p => p.Key);

    public static string NameOf(Role role) => ByRole[role];

    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);
}
