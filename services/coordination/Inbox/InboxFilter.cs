using System.Globalization;
using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;

namespace Backoffice.Coordination.Inbox;

/// <summary>The fields a tab can be filtered by.</summary>
internal static class InboxFilter
{
    /// <summary>An entry beside the matter it is about.</summary>
    private sealed class Line
    {
        public required InboxEntry Entry { get; init; }

        public required InboxMatter Matter { get; init; }
    }

    public static IQueryable<InboxEntry> Apply(IQueryable<InboxEntry> entries, IQueryable<InboxMatter> matters, InboxTab tab, string filter)
    {
        var conditions = Filter.Parse(filter);
        if (conditions.Count == 0)
            return entries;
        var lines = entries.Join(matters, e => e.Matter, m => m.Name, (e, m) => new Line { Entry = e, Matter = m });
        return conditions.Aggregate(lines, (all, condition) => Apply(all, tab, condition)).Select(l => l.Entry);
    }

    private static IQueryable<Line> Apply(IQueryable<Line> lines, InboxTab tab, Condition condition) => condition.Field switch
    {
        "service" => condition.IsEquality() ? lines.Where(l => l.Matter.Service == condition.Value) : lines.Where(l => l.Matter.Service != condition.Value),
        "procedure_title" => condition.IsEquality()
            ? lines.Where(l => l.Matter.ProcedureTitle == condition.Value)
            : lines.Where(l => l.Matter.ProcedureTitle != condition.Value),
        // A matter in the tab of its starter has no task; there the post is the one that has it now.
        "post" when tab == InboxTab.Started => condition.IsEquality()
            ? lines.Where(l => l.Matter.HolderPost == condition.Value)
            : lines.Where(l => l.Matter.HolderPost != condition.Value),
        "post" => condition.IsEquality() ? lines.Where(l => l.Entry.Post == condition.Value) : lines.Where(l => l.Entry.Post != condition.Value),
        "urgency" => ByUrgency(lines, condition),
        _ => throw condition.NotUnderstood(),
    };

    private static IQueryable<Line> ByUrgency(IQueryable<Line> lines, Condition condition)
    {
        if (!int.TryParse(condition.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var urgency))
            throw condition.NotUnderstood();
        return condition.Operator switch
        {
            "=" => lines.Where(l => l.Matter.Urgency == urgency),
            "!=" => lines.Where(l => l.Matter.Urgency != urgency),
            ">=" => lines.Where(l => l.Matter.Urgency >= urgency),
            _ => throw condition.NotUnderstood(),
        };
    }
}
