using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>离岗清退 (条例 第36条; 保密法 第46条).</summary>
public static class DepartureRules
{
    /// <param name="person">Who leaves.</param>
    /// <param name="held">How many documents have not been handed back.</param>
    /// <param name="secrets">How many of these are state secrets.</param>
    /// <param name="on">The day of the case: rules not in force on it say nothing.</param>
    public static IReadOnlyList<Finding> Check(string person, int held, int secrets, DateOnly on) => [.. Of(person, held, secrets).Where(f => f.Rule.IsInForce(on))];

    private static IEnumerable<Finding> Of(string person, int held, int secrets)
    {
        if (held == 0)
            yield break;
        yield return new Finding("DOC-M09", "Holdings", $"{person}尚有{held}件公文未办结或者清退，不能离岗", $"{person} has {held} documents that are not handed back")
        {
            Measured = held.ToString(CultureInfo.InvariantCulture),
            Required = "0",
            Suggestion = "办结、转办或者清退后离岗",
        };
        if (secrets > 0)
            yield return new("SEC-21", "Holdings", $"{person}尚有{secrets}件国家秘密载体未清退，不能离岗", $"{person} has {secrets} carriers of state secrets that are not handed back")
            {
                Measured = secrets.ToString(CultureInfo.InvariantCulture),
                Required = "0",
                Suggestion = "清退涉密载体、签订保密承诺书后离岗，离岗后实行脱密期管理",
            };
    }
}
