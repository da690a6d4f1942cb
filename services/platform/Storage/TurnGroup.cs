using System.Collections.Immutable;
using System.Data.Common;

namespace Backoffice.Platform.Storage;

/// <summary>Where event log and audit trail end.</summary>
internal readonly record struct LedgerHead(long EventSequence, long AuditSequence, byte[] AuditHash);

/// <summary>One transaction that several turns share, each behind a savepoint of its own.</summary>
internal sealed class TurnGroup
{
    private const string Savepoint = "turn";

    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _opened;
    private readonly LedgerHead _first;
    private readonly Dictionary<string, long> _storedNumbers = [];
    private ImmutableDictionary<string, long> _numbers = ImmutableDictionary<string, long>.Empty;
    private LedgerHead _headBeforeMember;
    private ImmutableDictionary<string, long> _numbersBeforeMember = ImmutableDictionary<string, long>.Empty;

    private TurnGroup(DbConnection connection, DbTransaction transaction, LedgerHead head, long opened)
    {
        Connection = connection;
        Transaction = transaction;
        Head = _first = head;
        _opened = opened;
    }

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    /// <summary>The ends of the ledgers as of the running member.</summary>
    public LedgerHead Head { get; set; }

    /// <summary>How many members are to be kept.</summary>
    public int Members { get; private set; }

    /// <summary>Completes when the group is on the disk.</summary>
    public Task Done => _done.Task;

    public TimeSpan Age(TimeProvider clock) => clock.GetElapsedTime(_opened);

    public static async Task<TurnGroup> OpenAsync(StoreConnections connections, TimeProvider clock)
    {
        var connection = await connections.OpenAsync(CancellationToken.None);
        DbTransaction? transaction = null;
        try
        {
            transaction = await connection.BeginTransactionAsync();
            return new TurnGroup(connection, transaction, await connections.LockHeadAsync(connection, transaction), clock.GetTimestamp());
        }
        catch (DbException)
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task StartMemberAsync()
    {
        (_headBeforeMember, _numbersBeforeMember) = (Head, _numbers);
        return Transaction.SaveAsync(Savepoint);
    }

    /// <summary>The next number of a row. Read once and stored once for the whole group: nobody else gives numbers meanwhile.</summary>
    public async Task<long> NextNumberAsync(string row)
    {
        if (!_numbers.TryGetValue(row, out var last))
            last = _storedNumbers[row] = await StoreConnections.ReadNumberAsync(Connection, Transaction, row);
        _numbers = _numbers.SetItem(row, ++last);
        return last;
    }

    /// <summary>Keeps or undoes what the member wrote; false when the whole transaction is gone.</summary>
    public async Task<bool> EndMemberAsync(bool keep)
    {
        if (keep)
        {
            Members++;
            return true;
        }
        (Head, _numbers) = (_headBeforeMember, _numbersBeforeMember);
        try
        {
            await Transaction.RollbackAsync(Savepoint);
            return true;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            // A full disk or a lost connection ends the transaction itself, and its members with it.
            return false;
        }
    }

    public async Task CloseAsync(bool lost)
    {
        // Whatever happens, those who wait are told.
        var failure = new TurnLostException(null);
        try
        {
            if (!lost && Members > 0)
                await CommitAsync();
            if (!lost)
                failure = null;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            // A driver says the one of its server and the other of its own broken connection.
            failure = new TurnLostException(e);
        }
        finally
        {
            if (failure is null)
                _done.TrySetResult();
            else
                _done.TrySetException(failure);
        }
        // Nobody may be waiting; a lost group without members is not an unobserved failure.
        _ = _done.Task.Exception;
        await DisposeAsync();
    }

    private async Task CommitAsync()
    {
        if (Head != _first)
            await StoreConnections.MoveHeadAsync(Connection, Transaction, Head);
        foreach (var (row, last) in _numbers.Where(n => n.Value != _storedNumbers[n.Key]))
            await StoreConnections.KeepNumberAsync(Connection, Transaction, row, last);
        await Transaction.CommitAsync();
    }

    private async Task DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
