using Backoffice.Regulations.Rules;
using Backoffice.Regulations.Secrecy;

namespace Backoffice.Regulations.Documents;

/// <summary>印制、核发、传递 (条例 第25条(三)(四)、第26条).</summary>
public static class DeliveryRules
{
    /// <summary>What keeps a document from leaving the house; all of it.</summary>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> Check(DeliveryFacts facts, DateOnly on) =>
        [.. OfTheSecret(facts).Concat(OfTheCheck(facts)).Where(f => f.Rule.IsInForce(on))];

    private static IEnumerable<Finding> OfTheSecret(DeliveryFacts facts)
    {
        if (!facts.Level.IsStateSecret())
            yield break;
        if (!facts.PrintedInSecurePlace)
            yield return new("DOC-O03", nameof(facts.PrintedInSecurePlace), "涉密公文应当在符合保密要求的场所印制", "A classified document is printed only where that is secure");
        if (facts.Channel == Channel.Ordinary)
            yield return new("DOC-O05", nameof(facts.Channel), $"{facts.Level.ToChinese()}公文不得通过普通渠道传递", $"A document ({facts.Level}) does not travel by an ordinary way")
            {
                Measured = "普通渠道",
                Required = "机要交通、邮政机要通信、城市机要文件交换站、机要人员、密码电报或者符合保密规定的系统",
            };
    }

    private static IEnumerable<Finding> OfTheCheck(DeliveryFacts facts)
    {
        string[] open =
        [
            .. facts.TextChecked ? [] : (string[])["文字"],
            .. facts.FormatChecked ? [] : (string[])["格式"],
            .. facts.PrintChecked ? [] : (string[])["印刷质量"],
        ];
        if (open.Length > 0)
            yield return new("DOC-O04", "Check", $"印制完毕后{string.Join('、', open)}未经检查，不得分发", "Text, format and print are checked before distribution")
            {
                Measured = string.Join('、', open),
            };
    }
}
