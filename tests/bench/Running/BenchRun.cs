using Backoffice.Bench.Report;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>What every scenario gets: how thorough to be, the texts, and the page to write on.</summary>
/// <param name="Quick">Once and small, to see that it runs; figures mean nothing then.</param>
/// <param name="Rows">Documents in the large store.</param>
/// <param name="Matters">Finished matters in the largest store.</param>
internal sealed record BenchRun(bool Quick, int Rows, int Matters, RealWords Words, Page Page)
{
    public Stores Large { get; } = new();

    public int Turns => Quick ? 1 : 3;

    /// <summary>How long one contender runs in one turn.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds(Quick ? 0.2 : 1.5);

    public static IReadOnlyList<StoreKind> Stores => TestStore.Server is null ? [StoreKind.Sqlite] : [StoreKind.Sqlite, StoreKind.Postgres];

    public static string NameOf(StoreKind kind) => kind == StoreKind.Sqlite ? "SQLite" : "PostgreSQL";
}
