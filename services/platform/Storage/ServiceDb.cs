using Backoffice.Platform.Auditing;
using Backoffice.Platform.Errors;
using Backoffice.Platform.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Storage;

/// <summary>
/// The store of one service: its own tables beside event log, audit trail, kept answers and marks. Reads go straight to it;
/// every write happens inside a <see cref="Turn"/>, so that change, event, audit entry and kept answer are one transaction.
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    private static readonly CompiledQuery<ServiceDb, string, Guid, KeptAnswer> AnswersKept = new((db, account, requestId) =>
        db.KeptAnswers.AsNoTracking().Where(k => k.Account == account && k.RequestId == requestId));

    internal DbSet<EventRow> Events => Set<EventRow>();

    internal DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    internal DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    internal DbSet<ConsumerMark> ConsumerMarks => Set<ConsumerMark>();

    internal DbSet<DeadLetterRow> DeadLetters => Set<DeadLetterRow>();

    internal DbSet<RelayMark> RelayMarks => Set<RelayMark>();

    internal DbSet<Revocation> Revocations => Set<Revocation>();

    internal DbSet<Counter> Counters => Set<Counter>();

    internal DbSet<LedgerHeadRow> LedgerHeads => Set<LedgerHeadRow>();

    /// <summary>The running turn, when there is one.</summary>
    internal Turn? Turn { get; set; }

    internal TurnQueue Turns { get; set; } = null!;

    /// <summary>
    /// Waits for this call's turn to write. Answers a repeated request with the answer kept from the first. Nothing slow
    /// (another service, a file, a password hash) belongs between here and the turn's commit: all writers of the store wait.
    /// </summary>
    public Task<Turn> BeginTurnAsync(ServerCallContext call) => Turn.BeginAsync(this, Writer.Of(call), call.CancellationToken);

    /// <summary>The same for work that no rpc started, such as an event or a schedule.</summary>
    public Task<Turn> BeginTurnAsync(Writer writer, CancellationToken stop) => Turn.BeginAsync(this, writer, stop);

    /// <summary>
    /// Does something once the running turn is on the disk, and nothing when it is undone. It may neither fail nor wait, since
    /// the change has happened; and it may be lost with the process, so that something else must make up for it.
    /// </summary>
    public void AfterCommit(Action act) => (Turn ?? throw new InvalidOperationException("No turn is running.")).AfterCommit(act);

    /// <summary>
    /// True when the call repeats one that was answered, so that only its turn may answer it. For a refusal before the turn,
    /// asked after the state was read on which that refusal rests: where the state is the first call's own doing, the answer
    /// kept with it is there by now.
    /// </summary>
    public async Task<bool> IsAnsweredAsync(ServerCallContext call) => await KeptAnswerAsync(Writer.Of(call), call.CancellationToken) is not null;

    /// <summary>The last number given out of a row of numbers; 0 before the first.</summary>
    public Task<long> LastNumberAsync(string row, CancellationToken stop) =>
        Counters.AsNoTracking().Where(c => c.Name == row).Select(c => c.Last).SingleOrDefaultAsync(stop);

    /// <summary>How many events of other services could not be applied and are set aside.</summary>
    public Task<int> CountDeadLettersAsync(CancellationToken stop) => DeadLetters.CountAsync(stop);

    /// <summary>Recomputes the audit trail from the first entry to the last.</summary>
    public Task<VerifyAuditTrailResponse> VerifyAuditTrailAsync(CancellationToken stop) => AuditVerification.RunAsync(this, stop);

    /// <summary>The hash of each blob that the records name.</summary>
    public virtual IAsyncEnumerable<string> BlobsNamed() => AsyncEnumerable.Empty<string>();

    /// <summary>Writes an audit entry about a refusal that has to be provable; the caller of this then throws it.</summary>
    public async Task AuditRefusalAsync(ServerCallContext call, Refusal refusal, string resource)
    {
        await using var turn = await BeginTurnAsync(Writer.Of(call) with { Call = null, Resource = resource }, call.CancellationToken);
        await turn.CommitAuditOnlyAsync("", (int)refusal.Code, refusal.Reason);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Writes are made in a turn: BeginTurnAsync, then Turn.CommitAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Turn is not { Saving: true } && !MaySaveOutsideTurn())
            throw new InvalidOperationException("Writes are made in a turn: BeginTurnAsync, then Turn.CommitAsync.");
        foreach (var entry in ChangeTracker.Entries<Versioned>())
        {
            if (entry.State == EntityState.Modified && entry.OriginalValues.GetValue<long>(nameof(Versioned.Revision)) == entry.Entity.Revision)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} was changed without Touch(): its etag would stay the same.");
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    internal async Task<KeptAnswer?> KeptAnswerAsync(Writer writer, CancellationToken stop) => writer.RequestId is { } requestId
        ? (await AnswersKept.ReadAsync(this, writer.Account, requestId, stop)).SingleOrDefault()
        : null;

    /// <summary>True when all pending changes are rows that are no records of the office, such as tokens.</summary>
    protected virtual bool MaySaveOutsideTurn() => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => StoreConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => LedgerModel.Apply(modelBuilder);
}
