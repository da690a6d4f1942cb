namespace Backoffice.Platform.Contracts;

/// <summary>The contract itself is wrong: a host that meets one of these refuses to start, and says all of them.</summary>
public sealed class ContractException(IReadOnlyList<string> problems)
    : Exception("The contract cannot be enforced:" + string.Concat(problems.Select(p => Environment.NewLine + "  - " + p)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
