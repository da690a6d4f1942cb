using Backoffice.Bench.Report;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>What every scenario gets: how thorough to be, the texts, and the page to write on.</summary>
/// <param name="Quick">Once and small, to see that it runs; figures mean nothing then.</param>
/// <param name="Rows">Documents in the large store.</param>
/// <param name="Matters">Finished matters in the largest store.</param>
/// <param name="SoakMinutes">How long the soak works; 0 leaves it out.</param>
/// <param name="City">How large the city is, of a whole one; 0 leaves it out.</param>
/// <param name="On">Databases to run on, by name; all that there are when empty.</param>
internal sealed record BenchRun(bool Quick, int Rows, int Matters, int SoakMinutes, double City, IReadOnlyList<string> On, RealWords Words, Page Page)
{
    public Stores Large { get; } = new();

    public int Turns => Quick ? 1 : 3;

    /// <summary>How long one contender runs in one turn.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds(Quick ? 0.2 : 1.5);

    public IReadOnlyList<StoreKind> Stores =>
        [.. Enum.GetValues<StoreKind>().Where(k => (k == StoreKind.Sqlite || TestStore.Server is not null) && (On.Count == 0 || On.Contains(NameOf(k))))];

    public static string NameOf(StoreKind kind) => kind == StoreKind.Sqlite ? "SQLite" : "PostgreSQL";
}
