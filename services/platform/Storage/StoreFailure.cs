using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Backoffice.Platform.Storage;

/// <summary>What a failure of the store means to a caller.</summary>
public enum StoreVerdict
{
    /// <summary>Not a failure of the store, or a bug.</summary>
    Other,

    /// <summary>Two calls met, or a constraint refused: read again and repeat.</summary>
    Conflict,

    /// <summary>The store cannot be reached or is full: repeat later.</summary>
    Unavailable,
}

/// <summary>Tells the two databases' failures apart in the same words.</summary>
public static class StoreFailure
{
    private const int SqliteConstraint = 19;
    private static readonly int[] NoRoom = [28 /* no space left */, 122 /* quota exceeded */];
    private static readonly int[] SqliteUnavailable = [5 /* busy */, 6 /* locked */, 10 /* i/o */, 13 /* full */, 14 /* cannot open */];

    public static StoreVerdict Of(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => StoreVerdict.Conflict,
        TurnLostException => StoreVerdict.Unavailable,
        PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        } => StoreVerdict.Conflict,
        SqliteException { SqliteErrorCode: SqliteConstraint } => StoreVerdict.Conflict,
        SqliteException sqlite when SqliteUnavailable.Contains(sqlite.SqliteErrorCode) => StoreVerdict.Unavailable,
        // Files are kept beside the database.
        IOException file when NoRoom.Contains(file.HResult) => StoreVerdict.Unavailable,
        DbException { IsTransient: true } => StoreVerdict.Unavailable,
        // The mapper wraps what its driver says, once or twice.
        DbUpdateException or InvalidOperationException when failure.InnerException is { } inner => Of(inner),
        _ => StoreVerdict.Other,
    };
}
