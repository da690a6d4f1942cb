using Backoffice.Options.V1;

namespace Backoffice.Identity.Accounts;

/// <summary>The three administrators (三员分立): each excludes the others and every other role.</summary>
internal static class Administrators
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.SecurityAuditor];

    /// <summary>Lets only roles together that one account may hold.</summary>
    public static void ExpectCompatible(IReadOnlyCollection<Role> roles)
    {
        var administrator = roles.FirstOrDefault(r => Roles.Contains(r));
        if (administrator != Role.Unspecified && roles.FirstOrDefault(r => r != administrator) is var other and not Role.Unspecified)
            throw IdentityErrors.RolesExclude(administrator, other);
    }
}
