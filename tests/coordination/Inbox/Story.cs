using Backoffice.Coordination.V1;
using Backoffice.Procedures.V1;
using Google.Protobuf.WellKnownTypes;
using Task = Backoffice.Procedures.V1.Task;

namespace Backoffice.Coordination.Tests.Inbox;

/// <summary>One matter of another service, and what that service tells of it act by act.</summary>
internal sealed class Story(Actor starter, DateTimeOffset start)
{
    private int _acts;
    private int _tasks;

    public string Name { get; } = $"matters/{Guid.CreateVersion7()}";

    public string Title { get; init; } = "关于做好春节慰问工作的通知";

    public string ProcedureTitle { get; init; } = "收文办理";

    public int Urgency { get; init; }

    public MatterState State { get; set; } = MatterState.Running;

    public static Actor As(Person person) => new() { Person = person.Name, DisplayName = person.DisplayName, Post = person.Posts.FirstOrDefault() ?? "" };

    /// <summary>A new task, given at the time of the next act.</summary>
    public Task Task(TaskKind kind, string post = "", string person = "", DateTimeOffset? due = null) => new()
    {
        Number = ++_tasks,
        Kind = kind,
        Post = post,
        Person = person,
        Step = "handle",
        StepTitle = "办理",
        AssignTime = Timestamp.FromDateTimeOffset(start.AddMinutes(_acts + 1)),
        DueTime = due is { } time ? Timestamp.FromDateTimeOffset(time) : null,
    };

    /// <summary>The task as it ends with the next act.</summary>
    public Task Ended(Task task, TaskOutcome outcome, Actor actor) =>
        new(task) { EndTime = Timestamp.FromDateTimeOffset(start.AddMinutes(_acts + 1)), Outcome = outcome, Actor = actor };

    /// <summary>The next act.</summary>
    public Progress Act(Actor actor, IEnumerable<Task> assigned, params IEnumerable<Task> changed) => new()
    {
        Matter = Name,
        Act = ++_acts,
        Verb = _acts == 1 ? Verb.Start : Verb.Agree,
        Actor = actor,
        Time = Timestamp.FromDateTimeOffset(start.AddMinutes(_acts)),
        Subject = "incomingDocuments/1",
        SubjectNumber = "收〔2026〕1号",
        Title = Title,
        Urgency = Urgency,
        ProcedureTitle = ProcedureTitle,
        State = State,
        StepTitle = "办理",
        HolderPost = assigned.FirstOrDefault(t => t.Kind == TaskKind.Act)?.Post ?? "",
        Starter = starter,
        Assigned = { assigned },
        Changed = { changed },
    };
}
