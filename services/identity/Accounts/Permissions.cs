using Backoffice.Options.V1;
using Backoffice.Platform.Contracts;

namespace Backoffice.Identity.Accounts;

/// <summary>What each role may do, as the contracts of the whole suite say.</summary>
internal sealed class Permissions
{
    private readonly ILookup<Role, string> _byRole = ContractTable.OfSuite().Rpcs
        .SelectMany(r => r.Roles.Select(role => (role, r.Access.Permission)))
        .Distinct().ToLookup(p => p.role, p => p.Permission);

    /// <summary>The permissions that follow from some roles, sorted.</summary>
    public IEnumerable<string> Of(IEnumerable<Role> roles) => roles.SelectMany(r => _byRole[r]).Distinct().Order(StringComparer.Ordinal);
}
