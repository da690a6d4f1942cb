using Backoffice.Coordination.V1;
using Backoffice.Procedures.V1;
using Google.Protobuf;
using Task = Backoffice.Procedures.V1.Task;

namespace Backoffice.Coordination.Inbox;

/// <summary>One line in one inbox: a task where it stands now, or the matter itself with its starter.</summary>
internal sealed class InboxEntry
{
    /// <summary>The number of the line that is the matter itself; tasks count from 1.</summary>
    public const int MatterItself = 0;

    /// <summary>`{service}/matters/{id}`.</summary>
    public required string Matter { get; init; }

    /// <summary>Number of the task within the matter.</summary>
    public required int Number { get; init; }

    public required InboxTab Tab { get; set; }

    /// <summary>Whose inbox: `posts/{id}` while whoever holds the post has it, else `people/{id}` or an account.</summary>
    public required string Principal { get; set; }

    /// <summary>`posts/{id}` the task was given to; empty where it was given to nobody's post.</summary>
    public string Post { get; set; } = "";

    public DateTimeOffset AssignTime { get; set; }

    /// <summary>The end of time where there is none, so that what is due comes first.</summary>
    public DateTimeOffset DueTime { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>The `Task`; empty for the matter itself.</summary>
    public byte[] Task { get; set; } = [];

    /// <summary>The `Actor` who gave the task.</summary>
    public byte[] Sender { get; init; } = [];

    public InboxPlace Place => new(Tab, Principal);

    /// <summary>The line of a matter in the inbox of whoever started it.</summary>
    public static InboxEntry OfMatter(string matter, Progress progress) => new()
    {
        Matter = matter,
        Number = MatterItself,
        Tab = InboxTab.Started,
        Principal = progress.Starter?.Person ?? "",
        AssignTime = progress.Time.ToDateTimeOffset(),
    };

    public static InboxEntry OfTask(string matter, Task task, InboxPlace place, Actor? sender)
    {
        var entry = new InboxEntry
        {
            Matter = matter,
            Number = task.Number,
            Tab = place.Tab,
            Principal = place.Principal,
            Sender = (sender ?? new Actor()).ToByteArray(),
        };
        entry.Take(task, place);
        return entry;
    }

    public void Take(Task task, InboxPlace place)
    {
        (Tab, Principal) = (place.Tab, place.Principal);
        Post = task.Post;
        AssignTime = task.AssignTime?.ToDateTimeOffset() ?? default;
        DueTime = task.DueTime?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue;
        Task = task.ToByteArray();
    }
}
