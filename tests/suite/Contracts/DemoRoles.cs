using Backoffice.Host.Demo;
using Backoffice.Options.V1;
using Backoffice.Platform.Callers;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>What the accounts of the demonstration may do, in the contract's words.</summary>
internal static class DemoRoles
{
    public static HashSet<Role> Of(DemoAccount account) => [.. account.Roles.Select(r => RoleNames.TryParse(r, out var role) ? role : Role.Unspecified)];
}
