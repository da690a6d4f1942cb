using Backoffice.Document.V1;
using Google.Type;

namespace Backoffice.Document.Tests.OutgoingDocuments;

/// <summary>A notice that other organs issue with the bureau, and their signatures.</summary>
internal static class JointDraft
{
    public static OutgoingDocument Of(params IEnumerable<string> organs)
    {
        var draft = DraftUnderway.Notice();
        draft.JointOrgans.Add(organs.Select(o => new JointOrgan { Organ = o }));
        return draft;
    }

    public static RecordJointSignatureRequest Signature(DraftUnderway on, string organ, string signer = "某局长", int day = 0) =>
        new() { Name = on.Name, Organ = organ, Signer = signer, Principal = true, SignDate = day > 0 ? Day(day) : DraftUnderway.Today, Reference = "会签单" };

    public static Date Day(int day) => new() { Year = 2026, Month = 3, Day = day };
}
