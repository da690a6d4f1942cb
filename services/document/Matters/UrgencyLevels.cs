using Backoffice.Document.V1;

namespace Backoffice.Document.Matters;

/// <summary>紧急程度 as inboxes order by it, and as it is printed.</summary>
internal static class UrgencyLevels
{
    public static int Level(this Urgency urgency) => urgency switch
    {
        Urgency.TopPriority => 3,
        Urgency.ExtraUrgent => 2,
        Urgency.Urgent => 1,
        _ => 0,
    };

    public static string Mark(this Urgency urgency) => urgency switch
    {
        Urgency.TopPriority => "特提",
        Urgency.ExtraUrgent => "特急",
        Urgency.Urgent => "加急",
        Urgency.Routine => "平急",
        _ => "",
    };
}
