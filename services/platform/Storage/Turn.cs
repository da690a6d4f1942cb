using System.Diagnostics;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Storage;

/// <summary>
/// One writer's turn at the store. Everything read between begin and commit is the present state and stays so; the commit
/// writes the change, its events, its audit entry and the answer kept for a repeat as one. Disposing without commit undoes.
/// </summary>
public sealed class Turn : IAsyncDisposable
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(false));

    private readonly ServiceDb _db;
    private readonly Writer _writer;
    private readonly TurnGroup _group;
    private readonly CancellationToken _stop;
    private readonly List<Action> _afterCommit = [];
    private bool _published;
    private bool _left;

    private Turn(ServiceDb db, Writer writer, TurnGroup group, CancellationToken stop)
    {
        _db = db;
        _writer = writer;
        _group = group;
        _stop = stop;
    }

    internal bool Saving { get; private set; }

    internal void AfterCommit(Action act) => _afterCommit.Add(act);

    internal static async Task<Turn> BeginAsync(ServiceDb db, Writer writer, CancellationToken stop)
    {
        if (db.Turn is not null)
            throw new InvalidOperationException("The turn of this call has begun already.");
        var turn = new Turn(db, writer, await db.Turns.EnterAsync(stop), stop);
        try
        {
            turn.Attach();
            await turn.AnswerRepeatAsync();
            (turn, var begun) = (null!, turn);
            return begun;
        }
        finally
        {
            if (turn is not null)
                await turn.DisposeAsync();
        }
    }

    /// <summary>Tells the other services what happened, when and if the turn commits.</summary>
    public void Publish(IMessage happened)
    {
        var sequence = _group.Head.EventSequence + 1;
        _db.Events.Add(new EventRow
        {
            Sequence = sequence,
            Type = happened.Descriptor.FullName,
            PayloadJson = Json.Format(happened),
            OccurTime = _db.Turns.Now,
            Traceparent = Activity.Current?.Id ?? "",
        });
        _group.Head = _group.Head with { EventSequence = sequence };
        _published = true;
    }

    /// <summary>The next number of a row of numbers without gaps or doubles: it is used when the turn commits, else it is not.</summary>
    public Task<long> NextNumberAsync(string row) => _group.NextNumberAsync(row);

    /// <summary>Commits, and returns the answer once everything is on the disk.</summary>
    public async Task<TAnswer> CommitAsync<TAnswer>(TAnswer answer) where TAnswer : class, IMessage
    {
        KeepAnswer(answer);
        Audit(ResourceName.Of(answer));
        await SaveAsync();
        return answer;
    }

    /// <summary>Commits work that answers nobody.</summary>
    public Task CommitAsync()
    {
        Audit("");
        return SaveAsync();
    }

    /// <summary>Commits what a refusal leaves behind, such as a counted attempt; the audit entry says that it was refused, and why.</summary>
    public Task CommitRefusedAsync(Refusal refusal) => CommitAuditOnlyAsync("", (int)refusal.Code, refusal.Reason);

    public async ValueTask DisposeAsync()
    {
        if (_left)
            return;
        _left = true;
        try
        {
            Detach();
        }
        finally
        {
            // Whatever is wrong with this context, the next writer must get its turn.
            await _db.Turns.LeaveAsync(_group, keep: false);
        }
    }

    /// <summary>Drops what was to be done after the commit: hints, of which a whole history's would be too many.</summary>
    internal void DropAfterCommit() => _afterCommit.Clear();

    /// <summary>Writes what has changed so far, for what the same turn reads next; nothing of it is kept before the commit.</summary>
    internal async Task FlushAsync()
    {
        Saving = true;
        await _db.SaveChangesAsync(_stop);
        Saving = false;
    }

    /// <summary>An entry without a change: a refusal of permission, or a read that must be provable.</summary>
    internal Task CommitAuditOnlyAsync(string resource, int code, string reason)
    {
        Audit(resource, code, reason);
        return SaveAsync();
    }

    private async Task SaveAsync()
    {
        Saving = true;
        await _db.SaveChangesAsync(_stop);
        Detach();
        _left = true;
        await _db.Turns.LeaveAsync(_group, keep: true);
        if (_writer.Call is { } call)
            call.Committed = true;
        if (_published)
            _db.Turns.Published.Send();
        foreach (var act in _afterCommit)
            act();
    }

    private async Task AnswerRepeatAsync()
    {
        if (await _db.KeptAnswerAsync(_writer, _stop) is not { } kept)
            return;
        if (kept.Method != _writer.Method || !kept.Fingerprint.AsSpan().SequenceEqual(Secrets.Fingerprint(_writer.Call!.Request)))
            throw PlatformErrors.RequestIdReused(kept.RequestId.ToString());
        throw new AnsweredBeforeException(kept.Answer);
    }

    private void KeepAnswer(IMessage answer)
    {
        if (_writer.RequestId is not { } requestId)
            return;
        _db.KeptAnswers.Add(new KeptAnswer
        {
            Account = _writer.Account,
            RequestId = requestId,
            Method = _writer.Method,
            Fingerprint = Secrets.Fingerprint(_writer.Call!.Request),
            Answer = Secrets.Without(answer).ToByteArray(),
            Time = _db.Turns.Now,
        });
    }

    private void Audit(string resourceOfAnswer, int code = 0, string reason = "")
    {
        if (!_writer.Audited)
            return;
        var answerDecides = _writer.Resource.Length == 0 || (_writer.CarriesResource && resourceOfAnswer.Length > 0);
        var row = AuditChain.Next(_group.Head, _db.Turns.Now, _writer, answerDecides ? resourceOfAnswer : _writer.Resource, code, reason);
        _db.AuditEntries.Add(row);
        _group.Head = _group.Head with { AuditSequence = row.Sequence, AuditHash = row.Hash };
    }

    private void Attach()
    {
        _db.Database.SetDbConnection(_group.Connection, contextOwnsConnection: false);
        _db.Database.UseTransaction(_group.Transaction);
        _db.Turn = this;
    }

    private void Detach()
    {
        _db.Turn = null;
        _db.Database.UseTransaction(null);
        _db.Database.SetDbConnection(null);
        if (_db.Turns.ConnectionString is { } text)
            _db.Database.SetConnectionString(text);
    }
}

/// <summary>The request was answered before; carries the answer. Not a failure: the platform returns it to the caller.</summary>
internal sealed class AnsweredBeforeException(byte[] answer) : Exception("The request was answered before.")
{
    public byte[] Answer { get; } = answer;
}
