namespace Backoffice.Regulations.Rules;

/// <summary>Sorts findings by what they do to the case.</summary>
public static class Findings
{
    /// <summary>Nobody may let these pass.</summary>
    public static IEnumerable<Finding> Blocking(this IEnumerable<Finding> findings) => findings.Where(f => f.Strength == Strength.Reject);

    /// <summary>The office director may let these pass, with a reason that is audited.</summary>
    public static IEnumerable<Finding> Overridable(this IEnumerable<Finding> findings) => findings.Where(f => f.Strength == Strength.RejectOverridable);

    public static IEnumerable<Finding> Warnings(this IEnumerable<Finding> findings) => findings.Where(f => f.Strength == Strength.Warn);
}
