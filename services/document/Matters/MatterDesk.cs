using Backoffice.Document.FrequentOpinions;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Sealing;
using Backoffice.Document.Search;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Document.WorkingCopies;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Procedures;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.Reminders;
using Backoffice.Procedures.V1;
using Microsoft.EntityFrameworkCore;
using IncomingDocument = Backoffice.Document.IncomingDocuments.IncomingDocument;
using Matter = Backoffice.Procedures.Matters.Matter;
using MatterState = Backoffice.Procedures.V1.MatterState;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using Reading = Backoffice.Procedures.Matters.Reading;
using SealApplication = Backoffice.Document.Sealing.SealApplication;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Document.Matters;

/// <summary>What all acts have in common: the matter and its document found, or not found by whoever may not see it, and what was done recorded and told.</summary>
internal sealed class MatterDesk(
    DocumentDb db, CopyDesk copies, OpinionDesk opinions, Caller caller, DirectoryCache directory, OfficeClock clock, ProcedureLibrary library, Deadlines deadlines, ReminderSchedule reminders, SearchIndexUpkeep index, SecrecyDesk secrecy, MatterMetrics metrics)
{
    public Caller Caller => caller;

    /// <summary>A desk for work that nobody called for.</summary>
    /// <param name="keeper">In whose name it is done.</param>
    public static MatterDesk InTheNameOf(Caller keeper, IServiceProvider services, SecrecyDesk secrecy)
    {
        var (db, clock) = (services.GetRequiredService<DocumentDb>(), services.GetRequiredService<OfficeClock>());
        return ActivatorUtilities.CreateInstance<MatterDesk>(services, keeper, new CopyDesk(db, keeper), new OpinionDesk(db, keeper, clock), secrecy);
    }

    /// <summary>Now, as people at the office read it.</summary>
    public DateTimeOffset OfficeTime => clock.AtOffice(clock.Now);

    /// <summary>Loads a matter to act on it.</summary>
    public async Task<Case> FindAsync(string name, CancellationToken stop)
    {
        var matter = await ByNameAsync(db.Matters, name, stop);
        return WithVisible(matter, await SubjectAsync(matter.Subject, stop), name);
    }

    /// <summary>The same only to be read.</summary>
    public async Task<Case> ReadAsync(string name, CancellationToken stop)
    {
        var matter = await ByNameAsync(db.Matters.AsNoTracking(), name, stop);
        return WithVisible(matter, await ReadAnySubjectAsync(matter.Subject, stop), name);
    }

    /// <summary>The running matter of a document that was found already.</summary>
    public async Task<Case> OfAsync(ISubject subject, string name, CancellationToken stop) =>
        await RunningOfAsync(subject, name, stop) ?? throw DocumentErrors.NotUnderWay(name);

    /// <summary>The same, or null when none runs.</summary>
    public async Task<Case?> RunningOfAsync(ISubject subject, string name, CancellationToken stop) =>
        await RunningAsync(db.Matters, name, stop) is { } matter ? With(matter, subject) : null;

    /// <summary>The same only to be read.</summary>
    public async Task<Case?> ReadRunningOfAsync(ISubject subject, string name, CancellationToken stop) =>
        await RunningAsync(db.Matters.AsNoTracking(), name, stop) is { } matter ? With(matter, subject) : null;

    public async Task<Case> StartAsync(Turn turn, ISubject subject, string procedure, string post, CancellationToken stop)
    {
        var facts = subject.ToSubject();
        if (await db.Matters.AnyAsync(m => m.Subject == facts.Name && m.Status == MatterState.Running, stop))
            throw ProcedureErrors.AlreadyRunning(facts.Name);
        var (matter, done) = Matter.Start(facts.Name, library.Latest(procedure), post, DeedOn(subject));
        db.Matters.Add(matter);
        var started = new Case(matter, subject);
        await RecordAsync(turn, started, done, stop);
        return started;
    }

    /// <summary>What the caller does to it.</summary>
    public Deed DeedOn(ISubject subject, string opinion = "", string seen = "", string form = "") => new()
    {
        Caller = caller,
        Now = clock.Now,
        Directory = directory.Current,
        DueOf = (step, from) => subject.DueDayOf(step) is { } day ? deadlines.On(day) : deadlines.Of(step, from),
        Opinion = opinion,
        SeenSha256 = seen,
        ContentSha256 = subject.ContentSha256(),
        Form = form,
    };

    /// <summary>Keeps the acts, lets whoever got a task read the document, and tells the inboxes.</summary>
    public async Task RecordAsync(Turn turn, Case on, IReadOnlyList<Done> done, CancellationToken stop, IReadOnlyList<Reading>? served = null, IReadOnlyList<Reading>? read = null)
    {
        if (done.Count == 0)
            return;
        var (matter, subject) = on;
        db.MatterActs.AddRange(done.Select(d => d.Act));
        await copies.FoldAsync(on, done[0].Act.Opinion, stop);
        await opinions.CountAsync(done[0].Act.Verb, done[0].Act.Opinion, stop);
        db.MatterReadings.AddRange(served ?? []);
        var readers = done.SelectMany(d => d.Assigned).Select(t => t.Post).Concat(served?.Select(r => r.Reader) ?? []).Distinct().ToList();
        await secrecy.ExpectWithinScopeAsync(subject, readers, stop);
        if (readers.Count > 0 && subject.LetAlsoRead(readers))
            index.Changed();
        // Readers may read on when the matter has ended; the document follows the act that ended it.
        if (done[0].Act.Verb == Verb.Start || (!matter.IsRunning && read is null))
            subject.Follow(matter, done[^1].Act.Time);
        else if (done[0].Act.Verb == Verb.Return)
            subject.ComeBack(matter);
        matter.RemindAt(reminders.NextOf(matter.State.Tasks, clock.Now));
        var facts = subject.ToSubject();
        foreach (var act in done)
            turn.Publish(new MatterProgressed { Progress = act.ToProgress(matter, facts, served ?? [], read ?? []) });
        db.AfterCommit(() => done.ToList().ForEach(d => metrics.Count(matter.ProcedureId, d.Act.Step, 1)));
    }

    /// <summary>A document by its name, only to be read.</summary>
    public async Task<ISubject> ReadSubjectAsync(string name, CancellationToken stop) =>
        Visible(await ReadAnySubjectAsync(name, stop)) ?? throw DocumentErrors.NotFound(name);

    /// <summary>A matter with its document for work that nobody called for, whoever may see it.</summary>
    public async Task<Case> WithAnySubjectAsync(Matter matter, CancellationToken stop) =>
        With(matter, await SubjectAsync(matter.Subject, stop) ?? throw new InvalidOperationException($"{matter.Name} is about {matter.Subject}, which is gone."));

    public Case With(Matter matter, ISubject subject) => new(matter.By(library), subject);

    /// <summary>The name under which a reader is kept, once the directory knows it.</summary>
    public string Reader(Assignee reader)
    {
        var name = reader.Person.Length > 0 ? reader.Person : reader.Post;
        return directory.Current.Knows(name) ? name : throw DocumentErrors.UnknownReader(name);
    }

    /// <summary>Whoever has something to do for a document under way, or to read: they cannot be kept from it.</summary>
    public async Task<IReadOnlyList<string>> InvolvedAsync(string subject, CancellationToken stop)
    {
        if (await RunningAsync(db.Matters.AsNoTracking(), subject, stop) is not { } matter)
            return [];
        var readers = await db.MatterReadings.Where(r => r.MatterId == matter.Id && r.EndTime == null).Select(r => r.Reader).ToListAsync(stop);
        return [.. matter.State.Tasks.Where(t => t.IsOpen).Select(t => t.Post), .. readers];
    }

    /// <summary>Which of these readers have it before them already.</summary>
    public async Task<IReadOnlySet<string>> ServedAsync(Case on, TaskKind kind, IReadOnlyList<string> readers, CancellationToken stop) =>
        (await db.MatterReadings.Where(r => r.MatterId == on.Matter.Id && readers.Contains(r.Reader) && r.Kind == kind).Select(r => r.Reader).ToListAsync(stop)).ToHashSet();

    public Backoffice.Procedures.V1.Matter ToProto(Case on) => on.Matter.ToProto(on.Subject.ToSubject(), DeedOn(on.Subject));

    private static Task<Matter?> RunningAsync(IQueryable<Matter> matters, string subject, CancellationToken stop) =>
        matters.SingleOrDefaultAsync(m => m.Subject == subject && m.Status == MatterState.Running, stop);

    private async Task<Matter> ByNameAsync(IQueryable<Matter> matters, string name, CancellationToken stop)
    {
        var matter = Guid.TryParseExact(name.Split('/')[1], "D", out var id) ? await matters.SingleOrDefaultAsync(m => m.Id == id, stop) : null;
        return matter?.By(library) ?? throw ProcedureErrors.NotFound(name);
    }

    private Case WithVisible(Matter matter, ISubject? about, string name) => Visible(about) is { } subject ? new Case(matter, subject) : throw ProcedureErrors.NotFound(name);

    private ISubject? Visible(ISubject? subject) => subject?.IsVisibleTo(caller) == true ? subject : null;

    private async Task<ISubject?> SubjectAsync(string name, CancellationToken stop) => name.Split('/')[0] switch
    {
        "incomingDocuments" => await db.AnyIncomingAsync(name, stop),
        "outgoingDocuments" => await db.AnyOutgoingAsync(name, stop),
        "sealApplications" => await db.AnySealApplicationAsync(name, stop),
        _ => null,
    };

    private async Task<ISubject?> ReadAnySubjectAsync(string name, CancellationToken stop) => name.Split('/')[0] switch
    {
        "incomingDocuments" => await db.ReadAnyIncomingAsync(name, stop),
        "outgoingDocuments" => await db.ReadAnyOutgoingAsync(name, stop),
        "sealApplications" => await db.ReadAnySealApplicationAsync(name, stop),
        _ => null,
    };
}
