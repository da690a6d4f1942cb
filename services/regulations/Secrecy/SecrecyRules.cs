using Backoffice.Regulations.Calendar;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>Marks of secrecy: what may be put on a document, by whom, and who may then know (保守国家秘密法 第16条至第22条、第64条).</summary>
public static class SecrecyRules
{
    private const int ReferralWorkingDays = 10;

    /// <summary>What keeps the mark from being put on; all of it.</summary>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> Check(SecrecyFacts facts, DateOnly on) =>
        [.. (facts.Level.IsStateSecret() ? OfStateSecret(facts, on) : OfWorkSecret(facts)).Where(f => f.Rule.IsInForce(on))];

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

    /// <summary>Whoever drafted or proposed it approves it.</summary>
    public static Finding ApprovesOwn() => new("SEC-04", "Officer", "承办人不得审核批准本人提出的定密意见", "Nobody approves the classification that they proposed, or of what they drafted")
    {
        Suggestion = "由其他定密责任人审核批准",
    };

    /// <summary>What another organ has to decide is confirmed without its decision.</summary>
    public static IEnumerable<Finding> DecidedElsewhere(Referral referral, string decision)
    {
        if (referral == Referral.None || decision.Length > 0)
            yield break;
        yield return referral == Referral.NoPower
            ? new("SEC-05", "Decision", "本机关无权定密，须依有定密权的上级机关的决定", "The organ has no power to classify it: a superior organ decides") { Suggestion = "先行采取保密措施，立即报上级机关确定" }
            : new Finding("SEC-06", "Decision", "是否属于国家秘密、属于何种密级不明确的，须依有权机关的决定", "What it is has not been decided by the organ that has to") { Suggestion = "先行采取保密措施，10个工作日内报有关机关确定" };
    }

    /// <summary>The last day on which it has to be reported to the organ that decides: at once, or within ten working days.</summary>
    /// <exception cref="CalendarNotPublishedException">The working days of a year are not known yet.</exception>
    public static DateOnly? ReferralDue(Referral referral, DateOnly proposed, WorkingCalendar calendar) => referral switch
    {
        Referral.NoPower => proposed,
        Referral.Unclear => calendar.AddWorkingDays(proposed, ReferralWorkingDays),
        _ => null,
    };

    /// <summary>Somebody outside the scope would get to know.</summary>
    public static Finding OutsideScope(SecrecyLevel level, string whom) => new(
        level.IsStateSecret() ? "SEC-08" : "SEC-26", "Scope", $"{whom}不在知悉范围内", $"{whom} is not within the scope")
    {
        Measured = whom,
        Suggestion = "由负责人说明理由、扩大知悉范围后办理",
    };

    /// <summary>A scope of a state secret is extended by somebody who is not the principal head.</summary>
    public static Finding NotThePrincipal() => new("SEC-09", "Person", "扩大国家秘密知悉范围须经机关主要负责人批准", "Only the principal head extends the scope of a state secret");

    public static Finding LeavesTheZone(string partner) => new("SEC-19B", "Partner", $"{partner}的系统不是涉密信息系统，不得向其交换", $"The installation of {partner} is no classified system")
    {
        Measured = partner,
    };

    /// <summary>Whether it has to be recorded who got to know (实施条例 第20条, rule SEC-10).</summary>
    public static bool RecordsReaders(SecrecyLevel level) => level >= SecrecyLevel.Confidential;

    /// <summary>Copies of a state secret without their numbers (条例 第9条(一)).</summary>
    /// <param name="numbers">份号 as the copies bear them.</param>
    public static IEnumerable<Finding> CopiesAreNumbered(SecrecyLevel level, string numbers)
    {
        if (level.IsStateSecret() && numbers.Length == 0)
            yield return new("DOC-E01", nameof(SecrecyFacts.CopyNumbers), "涉密公文应当标注份号", "Copies of a state secret are numbered");
    }

    private static IEnumerable<Finding> OfWorkSecret(SecrecyFacts facts)
    {
        if (facts.Term.Ends > 0 || facts.IsPeriodUnmarked)
            yield return new("SEC-26", nameof(facts.PeriodYears), "工作秘密不标注保密期限或者解密条件", "Work secrets have no period and no condition of declassification");
    }

    private static IEnumerable<Finding> OfStateSecret(SecrecyFacts facts, DateOnly on)
    {
        foreach (var finding in TermRules.Check(facts, on).Concat(facts.Source is { } source ? OfSource(facts, source) : []))
            yield return finding;
        var level = facts.Level;
        if (level > facts.ZoneLevel)
            yield return new("SEC-20", nameof(facts.Level), $"本系统最高处理{facts.ZoneLevel.ToChinese()}级信息", $"This system holds nothing above {facts.ZoneLevel}")
            {
                Measured = level.ToChinese(),
                Required = facts.ZoneLevel.ToChinese(),
            };
        // What was received was classified by whoever issued it.
        if (!facts.IsDerived && !facts.IsReceived && facts.Referral == Referral.None && !HasPower(facts.Organ, level))
            yield return new("SEC-03", nameof(facts.Level), $"本机关没有{level.ToChinese()}级定密权", $"This organ does not classify as {level}")
            {
                Measured = level.ToChinese(),
                Suggestion = "先行采取保密措施，报有定密权的上级机关确定",
            };
        if (facts.ScopeSize == 0)
            yield return new("SEC-08", nameof(facts.ScopeSize), "国家秘密应当限定知悉范围", "A state secret has a scope");
        if (facts.IsReceived)
        {
            foreach (var finding in CopiesAreNumbered(level, facts.CopyNumbers))
                yield return finding;
        }
    }

    // 设区的市级机关: 机密 and 秘密; those below only if authorised.
    private static bool HasPower(OrganLevel organ, SecrecyLevel level) => organ > OrganLevel.City || (organ == OrganLevel.City && level < SecrecyLevel.TopSecret);

    private static IEnumerable<Finding> OfSource(SecrecyFacts facts, SecrecySource source)
    {
        // What bears no period has the longest of its level, and hands that on.
        var wanted = source.Term.IsUnmarked ? source.Term with { Years = source.Term.Level.LongestPeriod(), IsUnmarked = false } : source.Term;
        if (facts.Level != wanted.Level)
            yield return new("SEC-07", nameof(facts.Level), $"派生国家秘密的密级应当与源密件一致（{wanted.Level.ToChinese()}）", $"A derived secret has the level of its source ({wanted.Level})")
            {
                Measured = facts.Level.ToChinese(),
                Required = wanted.Level.ToChinese(),
            };
        else if (facts.Term.Printed != wanted.Printed)
            yield return new("SEC-07", nameof(facts.PeriodYears), $"派生国家秘密的保密期限应当与源密件一致（{wanted.Printed}）", "A derived secret has the period of its source")
            {
                Measured = facts.Term.Printed,
                Required = wanted.Printed,
            };
        if (source.OutsideScope.Count > 0)
            yield return new("SEC-07", nameof(facts.ScopeSize), $"{string.Join('、', source.OutsideScope)}不在源密件的知悉范围内", $"{string.Join(", ", source.OutsideScope)} may not know the source")
            {
                Measured = string.Join('、', source.OutsideScope),
            };
    }
}
