using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>Runs a case against every runtime. One that is not there is reported as skipped, with what would bring it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryRuntimeAttribute(params object?[] arguments) : DataAttribute
{
    public IReadOnlyList<object?> Arguments => arguments;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<RuntimeKind>().Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(RuntimeKind kind) => new([kind, .. arguments]) { Skip = Runtimes.WhyNot(kind) };
}
