using Backoffice.Regulations.Documents;

namespace Backoffice.Regulations.Secrecy;

/// <summary>A mark that is to be put on a document, and where.</summary>
/// <param name="ZoneLevel">The highest level the zone may hold.</param>
/// <param name="Organ">The level of the organ that classifies.</param>
/// <param name="IsDerived">派生定密: level, period and scope follow another secret (第18条).</param>
/// <param name="ScopeSize">How many are named who may know; 0 for no scope.</param>
public sealed record SecrecyFacts(SecrecyLevel Level, int PeriodYears, string Condition, bool IsDerived, int ScopeSize, SecrecyLevel ZoneLevel, OrganLevel Organ)
{
    /// <summary>解密时间</summary>
    public DateOnly? DeclassificationDate { get; init; }

    /// <summary>It bears its level and no period, as old items do.</summary>
    public bool IsPeriodUnmarked { get; init; }

    /// <summary>True when another organ issued it, and so classified it.</summary>
    public bool IsReceived { get; init; }

    /// <summary>制发日; null while it is not issued, or where it is not known.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>份号 of received copies as they bear them.</summary>
    public string CopyNumbers { get; init; } = "";

    /// <summary>The secret it follows, where it is known here; null otherwise.</summary>
    public SecrecySource? Source { get; init; }

    /// <summary>Whether somebody else has to say what it is.</summary>
    public Referral Referral { get; init; }

    public SecrecyTerm Term => new(Level, PeriodYears, DeclassificationDate, Condition, IsPeriodUnmarked);
}

/// <summary>The secret that another is derived from.</summary>
/// <param name="OutsideScope">Who may know the derived one and not the source, as people read them; empty when nobody.</param>
public sealed record SecrecySource(SecrecyTerm Term, IReadOnlyList<string> OutsideScope);

/// <summary>Why another organ decides what a proposed secret is.</summary>
public enum Referral
{
    /// <summary>It is decided here.</summary>
    None,

    /// <summary>无权定密: above the organ's power (第17条).</summary>
    NoPower,

    /// <summary>不明确: whether it is a secret, or of which level, is not clear (实施条例 第25条).</summary>
    Unclear,
}
