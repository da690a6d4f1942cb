using System.Collections.Immutable;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>发起: starts a procedure for a subject. The first step is the starter's own, if its duty is.</summary>
    public static (Matter Matter, IReadOnlyList<Done> Done) Start(string subject, ProcedureDefinition procedure, string post, Deed deed)
    {
        var matter = new Matter
        {
            Id = Guid.CreateVersion7(deed.Now),
            Subject = subject,
            ProcedureId = procedure.Id,
            ProcedureVersion = procedure.Version,
            StarterPerson = deed.Caller.Actor,
            StarterName = deed.Caller.DisplayName,
            StarterPost = post,
            StartTime = deed.Now,
            Status = V1.MatterState.Running,
            State = new MatterState { Status = V1.MatterState.Running },
            _procedure = procedure,
        };
        var move = new Move(matter, deed, matter.Starter);
        var first = procedure.First;
        move.Do(new StepEntered(first.Id, [], []));
        var own = first.Duty.Functions.SelectMany(deed.Directory.PostsWith).Contains(post);
        move.Give(TaskKind.Act, own ? post : Assignment.PostFor(first, "", post, matter, deed.Directory), first);
        move.Close(Verb.Start, new Seal("", 0) { Opinion = deed.Opinion });
        return (matter, move.Finish());
    }
}
