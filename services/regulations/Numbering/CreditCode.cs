namespace Backoffice.Regulations.Numbering;

/// <summary>统一社会信用代码 (GB 32100—2015): eighteen characters by which an organ is known, the last of them a check on the others.</summary>
public static class CreditCode
{
    /// <summary>Figures and capital letters without I, O, S, V and Z, in the order of their values.</summary>
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int Length = 18;

    /// <summary>True for a code of the right form whose check character fits.</summary>
    public static bool IsValid(string code) => code.Length == Length && code.All(c => Characters.Contains(c, StringComparison.Ordinal)) && code[^1] == CheckOf(code);

    // Each place weighs three times the one before it, modulo 31.
    private static char CheckOf(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in code[..^1])
        {
            sum += Characters.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Characters.Length;
        }
        return Characters[(Characters.Length - (sum % Characters.Length)) % Characters.Length];
    }
}
