using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Storage;

/// <summary>
/// Statements whose number of rows depends on whose or which they are. PostgreSQL keeps the plan of a statement that comes again
/// and again, made for a name or a word of average frequency: for the unit that reads every document it read and sorted all of them.
/// </summary>
public static class ValuePlans
{
    /// <summary>Reads with each statement planned for the values it is asked with, which takes less than a millisecond. SQLite plans so that it makes no difference.</summary>
    /// <param name="db">The store read.</param>
    /// <param name="read">Reads and does not write: its transaction is not committed, unless the store was in one.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<T> PlannedForValuesAsync<T>(this ServiceDb db, Func<Task<T>> read, CancellationToken stop)
    {
        if (!db.Database.IsNpgsql())
            return await read();
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.Database.ExecuteSqlRawAsync("SET LOCAL plan_cache_mode = force_custom_plan", stop);
        return await read();
    }
}
