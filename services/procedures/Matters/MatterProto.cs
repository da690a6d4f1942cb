using System.Globalization;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Procedures.Matters;

/// <summary>Between the engine and the contract's messages.</summary>
public static class MatterProto
{
    /// <summary>The matter as it stands, with what this caller may do.</summary>
    public static V1.Matter ToProto(this Matter matter, MatterSubject subject, Deed deed)
    {
        var state = matter.State;
        var message = new V1.Matter
        {
            Name = matter.Name,
            Etag = matter.Version.ToString(CultureInfo.InvariantCulture),
            Subject = matter.Subject,
            Title = subject.Title,
            Procedure = matter.ProcedureId,
            ProcedureVersion = matter.ProcedureVersion,
            ProcedureTitle = matter.Procedure.Title,
            State = matter.Status,
            Step = state.Step,
            StepTitle = matter.IsRunning ? matter.Present.Title : "",
            HolderPost = state.Held?.Post ?? "",
            Tasks = { state.Tasks.Where(t => t.IsOpen).OrderBy(t => t.Kind == TaskKind.Act ? 0 : t.Number).Select(t => t.ToProto(matter.Procedure)) },
            Starter = matter.Starter.ToProto(),
            StartTime = Timestamp.FromDateTimeOffset(matter.StartTime),
            EndTime = ToTimestamp(matter.EndTime),
            ContentSha256 = deed.ContentSha256,
            AllowedVerbs = { matter.AllowedVerbs(deed) },
        };
        if (matter.IsRunning)
        {
            message.NextSteps.AddRange(matter.Present.Next);
            message.ReturnSteps.AddRange(matter.ReturnSteps);
        }
        return message;
    }

    public static V1.Task ToProto(this MatterTask task, ProcedureDefinition procedure) => new()
    {
        Number = task.Number,
        Kind = task.Kind,
        Post = task.Post,
        Step = task.Step,
        StepTitle = procedure[task.Step].Title,
        AssignTime = Timestamp.FromDateTimeOffset(task.AssignTime),
        OpenTime = ToTimestamp(task.OpenTime),
        DueTime = ToTimestamp(task.DueTime),
        DueExplanation = task.DueExplanation,
        UrgeCount = task.UrgeCount,
        EndTime = ToTimestamp(task.EndTime),
        Outcome = task.Outcome,
        Actor = task.Actor?.ToProto(),
    };

    public static V1.Task ToProto(this Reading line, ProcedureDefinition procedure) => new()
    {
        Number = line.Number,
        Kind = line.Kind,
        Post = line.IsInPerson ? "" : line.Reader,
        Person = line.IsInPerson ? line.Reader : "",
        Step = line.Step,
        StepTitle = procedure.Has(line.Step) ? procedure[line.Step].Title : "",
        AssignTime = Timestamp.FromDateTimeOffset(line.AssignTime),
        OpenTime = ToTimestamp(line.OpenTime),
        EndTime = ToTimestamp(line.EndTime),
        Outcome = line.Outcome,
        Actor = line.EndTime is null ? null : new Actor { Person = line.ActorPerson, DisplayName = line.ActorName, Post = line.ActorPost, OnBehalfOf = line.OnBehalfOf },
    };

    public static Act ToProto(this ActRow act, ProcedureDefinition procedure, string contentSha256) => new()
    {
        Number = act.Number,
        Verb = act.Verb,
        Actor = act.Actor.ToProto(),
        Time = Timestamp.FromDateTimeOffset(act.Time),
        Step = act.Step,
        StepTitle = procedure.Has(act.Step) ? procedure[act.Step].Title : "",
        Task = act.Task,
        Opinion = act.Opinion,
        OpinionForm = act.OpinionForm,
        SeenSha256 = act.SeenSha256,
        Superseded = act.SeenSha256.Length > 0 && act.SeenSha256 != contentSha256,
        Targets = { act.Targets },
        ToStep = act.ToStep,
        Seal = act.Seal,
    };

    /// <summary>What one act changed, for those who keep inboxes.</summary>
    public static Progress ToProgress(this Done done, Matter matter, MatterSubject subject, IReadOnlyList<Reading> served, IReadOnlyList<Reading> read) => new()
    {
        Matter = matter.Name,
        Act = done.Act.Number,
        Verb = done.Act.Verb,
        Actor = done.Act.Actor.ToProto(),
        Time = Timestamp.FromDateTimeOffset(done.Act.Time),
        Subject = matter.Subject,
        Title = subject.Title,
        SubjectNumber = subject.Number,
        Urgency = subject.Urgency,
        ProcedureTitle = matter.Procedure.Title,
        State = done.After.Status,
        StepTitle = done.After.Step.Length > 0 ? matter.Procedure[done.After.Step].Title : "",
        HolderPost = done.After.Held?.Post ?? "",
        Starter = matter.Starter.ToProto(),
        Assigned = { done.Assigned.Select(t => t.ToProto(matter.Procedure)), served.Select(r => r.ToProto(matter.Procedure)) },
        Changed = { done.Changed.Select(t => t.ToProto(matter.Procedure)), read.Select(r => r.ToProto(matter.Procedure)) },
    };

    private static Actor ToProto(this MatterActor actor) =>
        new() { Person = actor.Person, DisplayName = actor.DisplayName, Post = actor.Post, OnBehalfOf = actor.OnBehalfOf };

    private static Timestamp? ToTimestamp(DateTimeOffset? instant) => instant is { } at ? Timestamp.FromDateTimeOffset(at) : null;
}
