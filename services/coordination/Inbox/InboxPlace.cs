using Backoffice.Coordination.V1;
using Backoffice.Procedures.V1;
using Task = Backoffice.Procedures.V1.Task;

namespace Backoffice.Coordination.Inbox;

/// <summary>In whose inbox something stands, and in which tab.</summary>
internal readonly record struct InboxPlace(InboxTab Tab, string Principal)
{
    /// <summary>Where a task stands; null where it is in nobody's inbox, because it ended without being done.</summary>
    public static InboxPlace? Of(Task task)
    {
        var reading = task.Kind is TaskKind.Read or TaskKind.Copy;
        if (task.EndTime is null)
            return new(reading ? InboxTab.ToRead : InboxTab.ToDo, task.Person.Length > 0 ? task.Person : task.Post);
        return task.Actor is { Person.Length: > 0 } actor && IsDone(task, actor) ? new(reading ? InboxTab.Read : InboxTab.Done, actor.Person) : null;
    }

    /// <summary>
    /// Whoever ends a matter, takes something back or makes a task needless has not done the task; only who ends a matter
    /// with their own task has.
    /// </summary>
    private static bool IsDone(Task task, Actor actor) => task.Outcome switch
    {
        TaskOutcome.Agreed or TaskOutcome.Disagreed or TaskOutcome.Returned or TaskOutcome.Transferred or TaskOutcome.Read => true,
        TaskOutcome.Terminated => IsOwn(task, actor),
        _ => false,
    };

    private static bool IsOwn(Task task, Actor actor) => task.Person.Length > 0
        ? task.Person == actor.Person
        : task.Post == (actor.OnBehalfOf.Length > 0 ? actor.OnBehalfOf : actor.Post);
}
