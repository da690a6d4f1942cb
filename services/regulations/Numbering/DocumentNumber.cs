using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.Regulations.Numbering;

/// <summary>Why a text is no 发文字号, the most telling reason first.</summary>
public enum NumberFlaw
{
    None,

    /// <summary>The year stands in round or square brackets instead of 〔〕.</summary>
    Brackets,

    /// <summary>The year is not written with four figures.</summary>
    Year,

    /// <summary>The sequence begins with 0.</summary>
    LeadingZero,

    /// <summary>第 before the sequence.</summary>
    Ordinal,

    /// <summary>号 is missing at the end.</summary>
    WithoutHao,

    /// <summary>Not 机关代字, year and sequence in this order.</summary>
    Form,
}

/// <summary>What is wrong with a number, in words.</summary>
public static class NumberFlaws
{
    /// <summary>What should be, of each flaw.</summary>
    public static (string Zh, string En) Say(this NumberFlaw flaw) => flaw switch
    {
        NumberFlaw.Brackets => ("年份应当用六角括号〔〕括入", "the year stands in 〔〕"),
        NumberFlaw.Year => ("年份应当标全称", "the year has four figures"),
        NumberFlaw.Ordinal => ("顺序号前不加“第”", "no 第 stands before the sequence"),
        NumberFlaw.LeadingZero => ("顺序号不编虚位", "the sequence has no leading zero"),
        NumberFlaw.WithoutHao => ("顺序号后应当加“号”", "it ends with 号"),
        _ => ("应当写作“民发〔2026〕12号”的形式", "it is written as 民发〔2026〕12号"),
    };
}

/// <summary>
/// 发文字号: 机关代字, year and sequence (条例 第9条(五); form by GB/T 9704). Given at registration, after the recheck; a number
/// that was voided is not given again. Which number is next is for whoever keeps the row.
/// </summary>
public readonly partial record struct DocumentNumber(string Code, int Year, long Sequence)
{
    /// <summary>The row of numbers it is taken from: every code counts for itself and begins anew each year.</summary>
    public string Row => $"document-number/{Code}/{Year}";

    /// <exception cref="FormatException">The text is no document number; the message says why.</exception>
    public static DocumentNumber Parse(string text) =>
        TryParse(text, out var number, out var flaw) ? number : throw new FormatException($"\"{text}\" is no document number: {flaw.Say().En}.");

    public static bool TryParse(string text, out DocumentNumber number, out NumberFlaw flaw)
    {
        number = default;
        flaw = FlawOf(text);
        if (flaw != NumberFlaw.None)
            return false;

        var parts = Exact().Match(text);
        number = new(parts.Groups["code"].Value, Number("year"), long.Parse(parts.Groups["sequence"].Value, CultureInfo.InvariantCulture));
        return true;

        int Number(string group) => int.Parse(parts.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}〔{Year:0000}〕{Sequence}号");

    private static NumberFlaw FlawOf(string text)
    {
        if (Exact().IsMatch(text))
            return NumberFlaw.None;
        if (Loose().Match(text) is not { Success: true } parts)
            return NumberFlaw.Form;
        if (parts.Groups["open"].Value != "〔" || parts.Groups["close"].Value != "〕")
            return NumberFlaw.Brackets;
        if (parts.Groups["year"].Length != 4 || !(parts.Groups["year"].ValueSpan.StartsWith("19") || parts.Groups["year"].ValueSpan.StartsWith("20")))
            return NumberFlaw.Year;
        if (parts.Groups["ordinal"].Length > 0)
            return NumberFlaw.Ordinal;
        if (parts.Groups["sequence"].ValueSpan.StartsWith("0"))
            return NumberFlaw.LeadingZero;
        return parts.Groups["hao"].Length == 0 ? NumberFlaw.WithoutHao : NumberFlaw.Form;
    }

    // × stands for the place in model documents and training papers, where the rest is as it would be. Nine figures are
    // more than any office issues.
    [GeneratedRegex(@"^(?<code>[\u4E00-\u9FFF×]{1,10})〔(?<year>(?:19|20)[0-9]{2})〕(?<sequence>[1-9][0-9]{0,8})号\z", RegexOptions.CultureInvariant)]
    private static partial Regex Exact();

    [GeneratedRegex(@"^[\u4E00-\u9FFF×]{1,10}(?<open>[〔\[［(（【])(?<year>[0-9]{1,4})(?<close>[〕\]］)）】])(?<ordinal>第?)(?<sequence>[0-9]{1,9})(?<hao>号?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
