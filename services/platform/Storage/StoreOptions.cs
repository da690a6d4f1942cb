namespace Backoffice.Platform.Storage;

/// <summary>The kinds of database a service can keep its records in.</summary>
public enum StoreKind
{
    /// <summary>One file per service.</summary>
    Sqlite,

    /// <summary>A schema and role per service.</summary>
    Postgres,
}

/// <summary>Where a service keeps its records.</summary>
public sealed record StoreOptions(StoreKind Kind, string ConnectionString, string Schema);
