using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>传阅 or 抄送: serves readers, each once, whatever the step. Who holds or started the matter may, and whoever of the office keeps the ledger.</summary>
    /// <param name="served">Readers who have it before them already and are passed over.</param>
    public (IReadOnlyList<Done> Done, IReadOnlyList<Reading> Served) Circulate(Deed deed, TaskKind kind, IReadOnlyList<string> readers, IReadOnlySet<string> served, bool keepsLedger)
    {
        var verb = kind == TaskKind.Copy ? Verb.Copy : Verb.Circulate;
        ExpectRunning();
        var actor = ActorFor(deed, State.Held!) ?? (keepsLedger || deed.Caller.Actor == StarterPerson ? MatterActor.InPerson(deed.Caller) : null)
            ?? throw NotTheirs(deed, verb, TaskKind.Act);
        var number = State.TasksGiven;
        var lines = readers.Where(r => !served.Contains(r)).Distinct().Select(reader => new Reading
        {
            MatterId = Id,
            Number = ++number,
            Kind = kind,
            Reader = reader,
            Step = State.Step,
            AssignTime = deed.Now,
        }).ToList();
        if (lines.Count == 0)
            return ([], []);
        var move = new Move(this, deed, actor);
        move.Do(new TasksNumbered(number));
        move.Close(verb, SealOf(deed, null, decides: false, [.. lines.Select(l => l.Reader)]));
        ServedCount += kind == TaskKind.Read ? lines.Count : 0;
        return (move.Finish(), lines);
    }

    /// <summary>A reader opens it.</summary>
    public IReadOnlyList<Done> Open(Deed deed, IReadOnlyList<Reading> own)
    {
        var unopened = own.Where(r => r.OpenTime is null).ToList();
        if (unopened.Count == 0)
            return [];
        var move = new Move(this, deed, ReaderActor(deed, unopened[0]));
        foreach (var line in unopened)
            OpenLine(line, deed.Now);
        move.Close(Verb.Open, new Seal(State.Step, unopened[0].Number));
        return move.Finish();
    }

    /// <summary>阅毕: a reader has read it; what there is to note is kept with the hash of what was read.</summary>
    public IReadOnlyList<Done> Read(Deed deed, IReadOnlyList<Reading> own)
    {
        var unread = own.Where(r => r.EndTime is null).ToList();
        if (unread.Count == 0)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Read), State.Step.Length > 0 ? Present.Title : "办结", "没有待您阅读的文件");
        var actor = ReaderActor(deed, unread[0]);
        var move = new Move(this, deed, actor);
        foreach (var line in unread)
        {
            OpenLine(line, deed.Now);
            line.End(TaskOutcome.Read, deed, actor);
            ReadCount += line.Kind == TaskKind.Read ? 1 : 0;
        }
        move.Close(Verb.Read, new Seal(State.Step, unread[0].Number) { Opinion = deed.Opinion, Seen = deed.ContentSha256 });
        return move.Finish();
    }

    private void OpenLine(Reading line, DateTimeOffset now)
    {
        if (line.OpenTime is not null)
            return;
        line.OpenTime = now;
        OpenedCount += line.Kind == TaskKind.Read ? 1 : 0;
    }

    private static MatterActor ReaderActor(Deed deed, Reading line) =>
        line.IsInPerson ? MatterActor.InPerson(deed.Caller) : MatterActor.In(deed.Caller, line.Reader)!;
}
