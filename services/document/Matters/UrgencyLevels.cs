using Backoffice.Document.V1;

namespace Backoffice.Document.Matters;

/// <summary>紧急程度 as inboxes order by it.</summary>
internal static class UrgencyLevels
{
    public static int Level(this Urgency urgency) => urgency switch
    {
        Urgency.ExtraUrgent => 2,
        Urgency.Urgent => 1,
        _ => 0,
    };
}
