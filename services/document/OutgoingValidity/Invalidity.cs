using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.OutgoingValidity;

/// <summary>撤回, 撤销 or 废止 of a document that was sent: how, why, and by which document (条例 第33条).</summary>
/// <param name="EffectiveDay">The first day on which a repealed document is not in force.</param>
/// <param name="By">`outgoingDocuments/{id}` that revokes, repeals or replaces it; empty when none does, or another house's does.</param>
/// <param name="ByNumber">Its number.</param>
internal sealed record Invalidity(InvalidityKind Kind, string Reason, string Person, DateTimeOffset Time, DateOnly? EffectiveDay, string By, string ByNumber)
{
    /// <summary>What was withdrawn, or never was in force, is not to be acted on; what was repealed was in force before.</summary>
    public bool ForbidsUse => Kind is InvalidityKind.Withdrawn or InvalidityKind.Revoked;

    /// <summary>What is done to the document, as it is written across its pages and in refusals.</summary>
    public string Verb => VerbOf(Kind);

    public static string VerbOf(InvalidityKind kind) => kind switch
    {
        InvalidityKind.Withdrawn => "撤回",
        InvalidityKind.Revoked => "撤销",
        _ => "废止",
    };

    /// <summary>What stands across its pages on a day: repealed from a later day on, it is in force until then.</summary>
    public string MarkOn(DateOnly today) => EffectiveDay is { } day && day > today ? $"自{FinalDate.Print(day)}起{Verb}" : $"已{Verb}";

    /// <summary>As whoever received the document is shown it: who recorded it, and papers that were not sent, are the house's own.</summary>
    public V1.Invalidity ToReceiver() => new()
    {
        Kind = Kind,
        Reason = Reason,
        Time = Timestamp.FromDateTimeOffset(Time),
        EffectiveDate = EffectiveDay?.ToProto(),
        DocumentNumber = ByNumber,
    };

    public V1.Invalidity ToProto()
    {
        var message = ToReceiver();
        (message.Person, message.OutgoingDocument) = (Person, By);
        return message;
    }
}
