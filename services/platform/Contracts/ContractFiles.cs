using System.Reflection;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>Every file of the suite's own contracts, found by the reflection classes the generator wrote.</summary>
public static class ContractFiles
{
    public static IReadOnlyList<FileDescriptor> All { get; } =
    [
        .. typeof(Backoffice.Options.V1.Access).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal) && t.Namespace?.StartsWith("Backoffice.", StringComparison.Ordinal) == true)
            .Select(t => t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(f => f.Name, StringComparer.Ordinal)
    ];
}
