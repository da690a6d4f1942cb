using Backoffice.Document.IncomingDocuments;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using ReviewOutcome = Backoffice.Document.V1.ReviewOutcome;

namespace Backoffice.Document.Secrecy;

/// <summary>密级、保密期限、知悉范围 of one document, and who decided them.</summary>
internal sealed class SecrecyMark : Versioned
{
    /// <summary>The document's name.</summary>
    public required string Subject { get; init; }

    public SecrecyLevel Level { get; private set; }

    public int PeriodYears { get; private set; }

    /// <summary>解密时间: the first day on which it is no secret.</summary>
    public DateOnly? OpenFrom { get; private set; }

    /// <summary>解密条件</summary>
    public string Condition { get; private set; } = "";

    /// <summary>True of a received item that bears no period (rule SEC-28).</summary>
    public bool IsPeriodUnmarked { get; private set; }

    /// <summary>派生定密: the secret it follows.</summary>
    public string DerivedFrom { get; private set; } = "";

    /// <summary>知悉范围; empty for none.</summary>
    public IReadOnlyList<string> Scope { get; private set; } = [];

    /// <summary>份号 as received copies bear them.</summary>
    public string CopyNumbers { get; private set; } = "";

    public string Proposer { get; private set; } = "";

    public DateTimeOffset ProposeTime { get; private set; }

    /// <summary>定密责任人 who confirmed; empty before.</summary>
    public string Officer { get; private set; } = "";

    public DateTimeOffset? ConfirmTime { get; private set; }

    /// <summary>Why another organ decides what it is.</summary>
    public Referral Referral { get; private set; }

    public DateOnly? ReferralDue { get; private set; }

    /// <summary>What that organ decided; empty before.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>制发日; null before it is issued.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The first day on which it is no secret, by all that is known; null while it has no end.</summary>
    public DateOnly? DeclassifiedFrom { get; private set; }

    /// <summary>When it was classified or last reviewed; null before, and once there is nothing to review.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    public DateTimeOffset? DeclassifyTime { get; private set; }

    public List<ScopeExtension> Extensions { get; } = [];

    public List<ClassificationReview> Reviews { get; } = [];

    public SecrecyTerm Term => new(Level, PeriodYears, OpenFrom, Condition, IsPeriodUnmarked);

    /// <summary>As it stands on the document; empty once it was declassified.</summary>
    public string Printed => DeclassifyTime is null ? Term.Printed : "";

    public bool IsDeclassified => DeclassifyTime is not null;

    public bool AwaitsOfficer => Level.IsStateSecret() && ConfirmTime is null;

    /// <summary>True while it is a state secret that was classified, here or by whoever issued it.</summary>
    public bool IsClassified => Level.IsStateSecret() && ReviewedOn is not null && !IsDeclassified;

    /// <summary>提出; what was confirmed before has to be confirmed again.</summary>
    public void Propose(V1.SecrecyMark sent, string person, DateTimeOffset at)
    {
        var level = (SecrecyLevel)(int)sent.Level;
        if (DeclassifyTime is null && level < Level)
            throw DocumentErrors.MarkLowered(Subject, Level.ToChinese());
        (Level, PeriodYears, Condition, DerivedFrom, Scope) = (level, sent.PeriodYears, sent.DeclassificationCondition, sent.DerivedFrom, [.. sent.Scope.Distinct()]);
        (OpenFrom, IsPeriodUnmarked, CopyNumbers) = (sent.DeclassificationDate?.ToDay(), sent.PeriodUnmarked, sent.CopyNumbers);
        (Proposer, ProposeTime, Officer, ConfirmTime) = (person, at, "", null);
        (Decision, ReviewedOn, DeclassifyTime) = ("", null, null);
        Touch();
    }

    /// <summary>It is for another organ to decide, and to be reported to it by a day.</summary>
    public void Refer(Referral referral, DateOnly? due) => (Referral, ReferralDue) = (referral, due);

    /// <summary>Classified by whoever issued it, it is kept under review from the day it is marked here.</summary>
    public void Receive(DateOnly? issued, DateOnly day)
    {
        IssueOn(issued);
        ReviewedOn = Level.IsStateSecret() ? day : null;
    }

    /// <summary>制发: its period runs from now on (实施条例 第19条).</summary>
    public void IssueOn(DateOnly? day)
    {
        (IssuedOn, DeclassifiedFrom) = (day, Level.IsStateSecret() ? Term.DeclassifiedFrom(day) : null);
        Touch();
    }

    /// <summary>定密</summary>
    /// <param name="decision">Of the organ that it was referred to; empty where it is decided here.</param>
    public void Confirm(string officer, string decision, DateTimeOffset at, DateOnly day)
    {
        if (!AwaitsOfficer)
            throw DocumentErrors.NothingToConfirm(Subject);
        (Officer, ConfirmTime, Decision, ReviewedOn) = (officer, at, decision, day);
        Touch();
    }

    /// <summary>扩大知悉范围</summary>
    public void Extend(IReadOnlyList<string> principals, string reason, string person, DateTimeOffset at)
    {
        if (Scope.Count == 0)
            throw DocumentErrors.NotScoped(Subject);
        var further = principals.Except(Scope).ToList();
        Scope = [.. Scope, .. further];
        Extensions.Add(new ScopeExtension { Subject = Subject, Number = Extensions.Count + 1, Principals = further, Reason = reason, Person = person, Time = at });
        Touch();
    }

    /// <summary>年度审查, with what came of it.</summary>
    /// <returns>Who knew it, for whoever tells them.</returns>
    public IReadOnlyList<string> Review(ReviewOutcome outcome, string reason, DateOnly? openFrom, string authority, string notice, string person, DateTimeOffset at, DateOnly day)
    {
        var knew = Scope;
        Reviews.Add(new ClassificationReview
        {
            Subject = Subject,
            Number = Reviews.Count + 1,
            Outcome = outcome,
            Reason = reason,
            OpenFrom = openFrom,
            Authority = authority,
            Notice = notice,
            Person = person,
            Time = at,
        });
        if (outcome is ReviewOutcome.Shorten or ReviewOutcome.Extend)
            (PeriodYears, Condition, IsPeriodUnmarked, OpenFrom, DeclassifiedFrom) = (0, "", false, openFrom, openFrom);
        // Those who knew go on reading it, and others may be let read it like anything else.
        if (outcome is ReviewOutcome.Declassify or ReviewOutcome.Expired)
            (DeclassifyTime, DeclassifiedFrom, ReviewedOn, Scope) = (at, day, null, []);
        else
            ReviewedOn = day;
        Touch();
        return knew;
    }

    public V1.SecrecyMark ToProto() => new()
    {
        Name = Subject,
        Level = (V1.SecrecyLevel)(int)(DeclassifyTime is null ? Level : SecrecyLevel.None),
        PeriodYears = PeriodYears,
        DeclassificationCondition = Condition,
        DeclassificationDate = OpenFrom?.ToProto(),
        PeriodUnmarked = IsPeriodUnmarked,
        DerivedFrom = DerivedFrom,
        Scope = { Scope },
        CopyNumbers = CopyNumbers,
        Proposer = Proposer,
        ProposeTime = Timestamp.FromDateTimeOffset(ProposeTime),
        Officer = Officer,
        ConfirmTime = ConfirmTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        Printed = Printed,
        Referral = (V1.SecrecyReferral)(int)Referral,
        ReferralDueDate = ReferralDue?.ToProto(),
        Decision = Decision,
        IssueDate = IssuedOn?.ToProto(),
        DeclassifiedFrom = DeclassifiedFrom?.ToProto(),
        DeclassifyTime = DeclassifyTime is { } open ? Timestamp.FromDateTimeOffset(open) : null,
        Extensions = { Extensions.OrderBy(e => e.Number).Select(e => e.ToProto()) },
        Reviews = { Reviews.OrderBy(r => r.Number).Select(r => r.ToProto()) },
        Etag = Etag,
    };
}
