using System.Globalization;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Rules;

namespace Backoffice.Proofreading.Findings;

/// <summary>What kind of slip a finding is about.</summary>
public enum FindingKind
{
    /// <summary>发文字号</summary>
    DocumentNumber,

    /// <summary>日期</summary>
    Date,

    /// <summary>结构层次序数</summary>
    Heading,

    /// <summary>标点符号</summary>
    Punctuation,

    /// <summary>标题</summary>
    Title,

    /// <summary>附件</summary>
    Attachment,

    /// <summary>机关名称</summary>
    Organ,

    /// <summary>引文</summary>
    Citation,

    /// <summary>数字、金额</summary>
    Figures,

    /// <summary>错别字</summary>
    Character,

    /// <summary>固定用语</summary>
    Phrase,

    /// <summary>密级标志</summary>
    Secrecy,

    /// <summary>叠字</summary>
    Repetition,
}

/// <summary>How sure a finding is.</summary>
public enum Certainty
{
    /// <summary>疑似: somebody should look.</summary>
    Hint,

    /// <summary>差错</summary>
    Error,
}

/// <summary>One slip: where, what, why, and what should stand there.</summary>
public sealed record ProofFinding
{
    internal ProofFinding(string rule, FindingKind kind, Certainty certainty, Place place, string found, string zh, string en)
    {
        Rule = RuleBook.Current[rule];
        (Kind, Certainty, Place, Found, MessageZh, MessageEn) = (kind, certainty, place, found, zh, en);
    }

    /// <summary>The rule it rests on, with its source.</summary>
    public Rule Rule { get; }

    public FindingKind Kind { get; }

    public Certainty Certainty { get; }

    public Place Place { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }

    /// <summary>What is to stand there instead; null where no replacement is safe.</summary>
    public string? Suggestion { get; init; }

    public string MessageZh { get; }

    public string MessageEn { get; }

    /// <summary>The same for the same slip in the same text, so that a fix can name it.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Place.Element}.{Place.Item}.{Place.Offset}.{Place.Length}.{Rule.Id}");
}
