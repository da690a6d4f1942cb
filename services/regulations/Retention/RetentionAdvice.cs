using Backoffice.Regulations.Numbering;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Retention;

/// <summary>
/// A proposal for filing (归档): a retention period, or none for what is not filed. The archivist decides; the office's own
/// approved schedule (保管期限表) goes before.
/// </summary>
public sealed record RetentionAdvice
{
    private RetentionAdvice(RetentionCode? retention, string rule, string reasonZh, string reasonEn) =>
        (Retention, Rule, ReasonZh, ReasonEn) = (retention, RuleBook.Current[rule], reasonZh, reasonEn);

    /// <summary>Null: not filed (第4条).</summary>
    public RetentionCode? Retention { get; }

    public bool IsFiled => Retention is not null;

    public Rule Rule { get; }

    public string ReasonZh { get; }

    public string ReasonEn { get; }

    public static RetentionAdvice For(OutgoingRecord record) => OutgoingRetention.Advise(record);

    public static RetentionAdvice For(IncomingRecord record) => IncomingRetention.Advise(record);

    internal static RetentionAdvice NotFiled(string zh, string en) => new(null, "ARC-22", zh, en);

    internal static RetentionAdvice Permanent(string zh, string en) => new(RetentionCode.Y, "ARC-21", zh, en);

    /// <summary>The regulation names the terms; which of them applies is for the schedule of the organ.</summary>
    internal static RetentionAdvice Term(RetentionCode term, string zh, string en) => new(term, "ARC-20", zh, en);

    /// <summary>What offices' schedules usually say, where the regulation is silent.</summary>
    internal static RetentionAdvice Usual(RetentionCode retention, string zh, string en) => new(retention, "ARC-25", zh, en);
}
