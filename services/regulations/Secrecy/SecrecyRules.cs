using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>A mark that is to be put on a document, and where.</summary>
/// <param name="ZoneLevel">The highest level the zone may hold.</param>
/// <param name="Organ">The level of the organ that classifies.</param>
/// <param name="IsDerived">派生定密: level, period and scope follow another secret (第18条).</param>
/// <param name="ScopeSize">How many are named who may know; 0 for no scope.</param>
public sealed record SecrecyFacts(SecrecyLevel Level, int PeriodYears, string Condition, bool IsDerived, int ScopeSize, SecrecyLevel ZoneLevel, OrganLevel Organ);

/// <summary>Marks of secrecy (保守国家秘密法 第16条至第22条、第64条).</summary>
public static class SecrecyRules
{
    /// <summary>What keeps the mark from being put on; all of it.</summary>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> Check(SecrecyFacts facts, DateOnly on) =>
        [.. (facts.Level.IsStateSecret() ? OfStateSecret(facts) : OfWorkSecret(facts)).Where(f => f.Rule.IsInForce(on))];

    /// <summary>A document's text bears the mark of a state secret and the document does not.</summary>
    /// <param name="written">The highest mark in the text.</param>
    public static IEnumerable<Finding> MarkIsTheDocuments(SecrecyLevel written, SecrecyLevel marked)
    {
        if (written > marked)
            yield return new("SEC-11", "Level", $"正文带有“{written.ToChinese()}”标志，公文未按此标密", $"The text bears a mark ({written}) above the document's own ({marked})")
            {
                Measured = marked.ToChinese(),
                Required = written.ToChinese(),
            };
    }

    public static Finding NotConfirmed() => new("SEC-04", "Officer", "密级未经定密责任人审核批准", "The classification officer has not approved the level");

    /// <summary>Somebody outside the scope would get to know.</summary>
    public static Finding OutsideScope(SecrecyLevel level, string whom) => new(
        level.IsStateSecret() ? "SEC-08" : "SEC-26", "Scope", $"{whom}不在知悉范围内", $"{whom} is not within the scope")
    {
        Measured = whom,
        Suggestion = "由负责人说明理由、扩大知悉范围后办理",
    };

    /// <summary>A scope of a state secret is extended by somebody who is not the principal head.</summary>
    public static Finding NotThePrincipal() => new("SEC-08", "Person", "扩大国家秘密知悉范围须经机关主要负责人批准", "Only the principal head extends the scope of a state secret");

    public static Finding ExportNotApproved(SecrecyLevel level) => new("SEC-17", "Export", $"导出{level.ToChinese()}文件未经批准", $"The export of a document ({level}) was not approved");

    public static Finding LeavesTheZone(string partner) => new("SEC-19B", "Partner", $"{partner}的系统不是涉密信息系统，不得向其交换", $"The installation of {partner} is no classified system")
    {
        Measured = partner,
    };

    private static IEnumerable<Finding> OfWorkSecret(SecrecyFacts facts)
    {
        if (facts.PeriodYears > 0 || facts.Condition.Length > 0)
            yield return new("SEC-26", nameof(facts.PeriodYears), "工作秘密不标注保密期限或者解密条件", "Work secrets have no period and no condition of declassification");
    }

    private static IEnumerable<Finding> OfStateSecret(SecrecyFacts facts)
    {
        var (level, longest) = (facts.Level, facts.Level.LongestPeriod());
        if (level > facts.ZoneLevel)
            yield return new("SEC-20", nameof(facts.Level), $"本系统最高处理{facts.ZoneLevel.ToChinese()}级信息", $"This system holds nothing above {facts.ZoneLevel}")
            {
                Measured = level.ToChinese(),
                Required = facts.ZoneLevel.ToChinese(),
            };
        if (facts.PeriodYears > longest)
            yield return new("SEC-02", nameof(facts.PeriodYears), $"{level.ToChinese()}的保密期限不超过{longest}年", $"The period of {level} is at most {longest} years")
            {
                Measured = $"{facts.PeriodYears}年",
                Required = $"{longest}年",
            };
        if (facts.PeriodYears == 0 && facts.Condition.Length == 0)
            yield return new("SEC-02", nameof(facts.PeriodYears), "应当确定保密期限；不能确定的，确定解密条件", "A period or a condition of declassification is to be set");
        if (!facts.IsDerived && (facts.Organ < OrganLevel.City || facts.Organ == OrganLevel.City && level == SecrecyLevel.TopSecret))
            yield return new("SEC-03", nameof(facts.Level), $"本机关没有{level.ToChinese()}级定密权", $"This organ does not classify as {level}")
            {
                Measured = level.ToChinese(),
                Suggestion = "先行采取保密措施，报有定密权的上级机关确定",
            };
        if (facts.ScopeSize == 0)
            yield return new("SEC-08", nameof(facts.ScopeSize), "国家秘密应当限定知悉范围", "A state secret has a scope");
    }
}
