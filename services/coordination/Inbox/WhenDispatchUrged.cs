using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;
using Backoffice.Procedures.V1;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Inbox;

/// <summary>Puts a document that was urged to be signed for before the posts that receive it: a task of no matter, until it is signed for.</summary>
internal sealed class WhenDispatchUrged(InboxProjection inbox) : IReaction<DispatchUrged>
{
    private const string Title = "催办签收";
    private const string Step = "sign-for";
    private const string StepTitle = "签收";

    public Task OnAsync(DispatchUrged happened, EventRecord record, CancellationToken stop) =>
        happened.Posts.Count == 0 ? Task.CompletedTask : inbox.ApplyAsync(record.Producer, ProgressOf(happened), stop);

    private static Progress ProgressOf(DispatchUrged urged) => new()
    {
        Matter = urged.Dispatch,
        Act = urged.Count,
        Verb = Verb.Urge,
        Actor = new Actor { Person = urged.Person, DisplayName = urged.Person },
        Time = urged.Time,
        Subject = urged.Dispatch,
        SubjectNumber = urged.DocumentNumber,
        Title = urged.Title,
        ProcedureTitle = Title,
        StepTitle = StepTitle,
        State = MatterState.Running,
        Assigned =
        {
            urged.Posts.Select((post, i) => new Procedures.V1.Task
            {
                Number = i + 1,
                Kind = TaskKind.Act,
                Post = post,
                Step = Step,
                StepTitle = StepTitle,
                AssignTime = urged.Time,
                UrgeCount = urged.Count,
            }),
        },
    };
}
