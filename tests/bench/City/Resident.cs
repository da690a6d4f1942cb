using Backoffice.Coordination.V1;
using Backoffice.Options.V1;

namespace Backoffice.Bench.City;

/// <summary>Somebody who works in the city's government, and holds one post.</summary>
/// <param name="Account">The login name, and what the names of person and post end with.</param>
/// <param name="DisplayName">张伟</param>
/// <param name="Unit">`units/{id}`.</param>
internal sealed record Resident(string Account, string DisplayName, string Unit, PostFunction Function)
{
    public string Person { get; } = $"people/{Account}";

    public string Post { get; } = $"posts/{Account}";

    /// <summary>With which role they sign in.</summary>
    public Role Role => Function switch
    {
        PostFunction.Registrar => Role.Clerk,
        PostFunction.OfficeDirector => Role.OfficeDirector,
        PostFunction.Director => Role.Director,
        PostFunction.DeputyDirector => Role.DeputyDirector,
        PostFunction.SectionChief => Role.SectionChief,
        PostFunction.Counterpart => Role.Counterpart,
        _ => Role.Staff,
    };
}
