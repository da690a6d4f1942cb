using System.Globalization;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Secrecy;

/// <summary>密级、保密期限、知悉范围 of one document, and who decided them.</summary>
internal sealed class SecrecyMark : Versioned
{
    /// <summary>The document's name.</summary>
    public required string Subject { get; init; }

    public SecrecyLevel Level { get; private set; }

    public int PeriodYears { get; private set; }

    /// <summary>解密条件</summary>
    public string Condition { get; private set; } = "";

    /// <summary>派生定密: the secret it follows.</summary>
    public string DerivedFrom { get; private set; } = "";

    /// <summary>知悉范围; empty for none.</summary>
    public IReadOnlyList<string> Scope { get; private set; } = [];

    public string Proposer { get; private set; } = "";

    public DateTimeOffset ProposeTime { get; private set; }

    /// <summary>定密责任人 who confirmed; empty before.</summary>
    public string Officer { get; private set; } = "";

    public DateTimeOffset? ConfirmTime { get; private set; }

    public List<ScopeExtension> Extensions { get; } = [];

    /// <summary>密级★保密期限, or the condition in its place (rule SEC-12).</summary>
    public string Printed => !Level.IsStateSecret() ? ""
        : PeriodYears > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Level.ToChinese()}★{PeriodYears}年") : $"{Level.ToChinese()}★{Condition}";

    public bool AwaitsOfficer => Level.IsStateSecret() && ConfirmTime is null;

    /// <summary>提出; what was confirmed before has to be confirmed again.</summary>
    public void Propose(V1.SecrecyMark sent, string person, DateTimeOffset at)
    {
        var level = (SecrecyLevel)(int)sent.Level;
        if (level < Level)
            throw DocumentErrors.MarkLowered(Subject, Level.ToChinese());
        (Level, PeriodYears, Condition, DerivedFrom, Scope) = (level, sent.PeriodYears, sent.DeclassificationCondition, sent.DerivedFrom, [.. sent.Scope.Distinct()]);
        (Proposer, ProposeTime, Officer, ConfirmTime) = (person, at, "", null);
        Touch();
    }

    /// <summary>定密</summary>
    public void Confirm(string officer, DateTimeOffset at)
    {
        if (!AwaitsOfficer)
            throw DocumentErrors.NothingToConfirm(Subject);
        (Officer, ConfirmTime) = (officer, at);
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

    public V1.SecrecyMark ToProto() => new()
    {
        Name = Subject,
        Level = (V1.SecrecyLevel)(int)Level,
        PeriodYears = PeriodYears,
        DeclassificationCondition = Condition,
        DerivedFrom = DerivedFrom,
        Scope = { Scope },
        Proposer = Proposer,
        ProposeTime = Timestamp.FromDateTimeOffset(ProposeTime),
        Officer = Officer,
        ConfirmTime = ConfirmTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        Printed = Printed,
        Extensions = { Extensions.OrderBy(e => e.Number).Select(e => new V1.ScopeExtension { Principals = { e.Principals }, Reason = e.Reason, Person = e.Person, Time = Timestamp.FromDateTimeOffset(e.Time) }) },
    };
}

/// <summary>Some more who may know, and why.</summary>
internal sealed class ScopeExtension
{
    public required string Subject { get; init; }

    public required int Number { get; init; }

    public required IReadOnlyList<string> Principals { get; init; }

    public required string Reason { get; init; }

    public required string Person { get; init; }

    public required DateTimeOffset Time { get; init; }
}

/// <summary>批准导出: one person may take a state secret out for a while.</summary>
internal sealed class ExportApproval
{
    public required Guid Id { get; init; }

    public required string Subject { get; init; }

    public required string Person { get; init; }

    public required string Reason { get; init; }

    public required string Approver { get; init; }

    public required DateTimeOffset ExpireTime { get; init; }
}
