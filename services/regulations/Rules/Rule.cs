namespace Backoffice.Regulations.Rules;

/// <summary>What the wording of the source makes the software do (rulebook 0.2). A "generally" is never made a "never".</summary>
public enum Strength
{
    /// <summary>应当、不得: refused.</summary>
    Reject,

    /// <summary>原则上、一般: refused, unless the office director lets it pass with a reason that is kept.</summary>
    RejectOverridable,

    /// <summary>Let pass, and said.</summary>
    Warn,

    /// <summary>A figure or table every place sets for itself.</summary>
    Config,
}

/// <summary>One rule of the trade, as data with its source: 处处有章可循.</summary>
/// <param name="Id">Stable name, such as DOC-R03.</param>
/// <param name="SourceTitle">The regulation; 办公实务 for what is practice and must not be quoted as law.</param>
/// <param name="Article">Such as 第15条(一); empty where the source is practice or the article was not seen.</param>
/// <param name="Strength">Of the rule as a whole; a finding may be milder or stricter where the article has two halves.</param>
/// <param name="EffectiveFrom">Null where no day is stated: for practice, which nobody ever put in force, and where the text of a regulation was not seen.</param>
/// <param name="EffectiveTo">The last day in force; null while it is.</param>
public sealed record Rule(
    string Id,
    string SourceTitle,
    string Article,
    Strength Strength,
    string TextZh,
    string TextEn,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo)
{
    /// <summary>The source title of rules that no regulation contains.</summary>
    public const string Practice = "办公实务";

    public bool IsPractice => SourceTitle == Practice;

    /// <summary>As a refusal quotes it: 《党政机关公文处理工作条例》第15条(一).</summary>
    public string Citation => IsPractice ? SourceTitle : $"《{SourceTitle}》{Article}";

    /// <summary>Old cases are judged by the rules of their day.</summary>
    public bool IsInForce(DateOnly on) => (EffectiveFrom is not { } from || on >= from) && (EffectiveTo is not { } to || on <= to);
}
