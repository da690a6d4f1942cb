using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>
    /// 免阅: a reader who can no longer read is not waited for any more, with a reason that stands in the ledger. Whoever can is
    /// not spared: nobody is left out of a circulation (rule DOC-I05).
    /// </summary>
    public IReadOnlyList<Done> Release(Deed deed, string reader, IReadOnlyList<Reading> own)
    {
        ExpectReason(deed, Verb.Release);
        var step = IsRunning ? Present.Title : "办结";
        var name = deed.Directory.DisplayNameOf(reader);
        var unread = own.Where(r => r.EndTime is null).ToList();
        if (unread.Count == 0)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Release), step, $"{name}没有待阅的文件");
        if (deed.Directory.IsActedFor(reader, deed.Now))
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Release), step, $"{name}仍在岗，应由其阅毕");
        var actor = MatterActor.InPerson(deed.Caller);
        var move = new Move(this, deed, actor);
        foreach (var line in unread)
        {
            line.End(TaskOutcome.Released, deed, actor);
            ReleasedCount += line.Kind == TaskKind.Read ? 1 : 0;
        }
        move.Close(Verb.Release, new Seal(State.Step, unread[0].Number) { Opinion = deed.Opinion, Targets = [reader] });
        return move.Finish();
    }
}
