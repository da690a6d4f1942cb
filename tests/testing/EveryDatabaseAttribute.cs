using System.Reflection;
using Backoffice.Platform.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Backoffice.Testing;

/// <summary>Runs a theory on each kind of database; one that is not configured is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow(StoreKind.Sqlite),
        new TheoryDataRow(StoreKind.Postgres) { Skip = TestStore.Server is null ? $"{TestStore.PostgresVariable} is not set" : null },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
