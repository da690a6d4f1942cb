namespace Backoffice.LocalDapr.Tests.Harness;

public enum RuntimeKind
{
    /// <summary>The local runtime on embedded Garnet, topics in process.</summary>
    Garnet,

    /// <summary>The local runtime on a real Redis, topics in streams.</summary>
    Redis,

    /// <summary>The real thing on a real Redis.</summary>
    Daprd,
}
