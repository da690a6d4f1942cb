using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>先审查、后公开 (保密法 第35条; 政府信息公开条例 第17条; 公文处理工作条例 第31条).</summary>
public static class PublicationRules
{
    /// <param name="secrecy">Of the document.</param>
    /// <param name="items">Everything that would be published, as people read it, and whether a review passed it; null where none was made.</param>
    public static IEnumerable<Finding> Check(SecrecyLevel secrecy, IEnumerable<(string Item, bool? Passed)> items)
    {
        foreach (var marked in MarkIsLifted(secrecy))
            yield return marked;
        foreach (var (item, passed) in items.Where(i => i.Passed != true))
            yield return new("SEC-24", "Items", passed is null ? $"“{item}”未经保密审查" : $"“{item}”经保密审查不得公开", passed is null ? $"{item} was not reviewed" : $"{item} was reviewed and is not to be published")
            {
                Measured = item,
                Suggestion = "逐件进行保密审查",
            };
    }
    /// <summary>What bears a mark is declassified first.</summary>
    internal static IEnumerable<Finding> MarkIsLifted(SecrecyLevel secrecy)
    {
        if (secrecy != SecrecyLevel.None)
            yield return new("DOC-M04", "Secrecy", $"{secrecy.ToChinese()}公文解密后方可公开", $"A document that is marked ({secrecy}) is not published")
            {
                Measured = secrecy.ToChinese(),
            };
    }
}
