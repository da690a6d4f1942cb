using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>离岗清退 (条例 第36条).</summary>
public static class DepartureRules
{
    /// <param name="person">Who leaves.</param>
    /// <param name="held">How many documents have not been handed back.</param>
    /// <param name="on">The day of the case: rules not in force on it say nothing.</param>
    public static IReadOnlyList<Finding> Check(string person, int held, DateOnly on)
    {
        if (held == 0)
            return [];
        var finding = new Finding("DOC-M09", "Holdings", $"{person}尚有{held}件公文未办结或者清退，不能离岗", $"{person} has {held} documents that are not handed back")
        {
            Measured = held.ToString(CultureInfo.InvariantCulture),
            Required = "0",
            Suggestion = "办结、转办或者清退后离岗",
        };
        return finding.Rule.IsInForce(on) ? [finding] : [];
    }
}
