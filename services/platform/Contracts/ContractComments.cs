using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>
/// The comments of the contract by full name. The descriptors in the assembly have lost them, so they are read from the
/// descriptor set that travels with it.
/// </summary>
public static class ContractComments
{
    private static readonly Lazy<Dictionary<string, string>> Comments = new(Read);

    /// <summary>The comment above a service, rpc, message, field, enum or value; empty when there is none.</summary>
    public static string Of(IDescriptor descriptor) => Comments.Value.GetValueOrDefault(descriptor.FullName, "");

    private static Dictionary<string, string> Read()
    {
        using var resource = typeof(Options.V1.Access).Assembly.GetManifestResourceStream("backoffice.contracts.binpb")!;
        var files = FileDescriptor.BuildFromByteStrings(FileDescriptorSet.Parser.ParseFrom(resource).File.Select(f => f.ToByteString()));
        var comments = new Dictionary<string, string>();
        foreach (var file in files)
        {
            Add(comments, file.Services, s => s.Declaration);
            Add(comments, file.Services.SelectMany(s => s.Methods), m => m.Declaration);
            AddEnums(comments, file.EnumTypes);
            foreach (var message in file.MessageTypes)
                Add(comments, message);
        }
        return comments;
    }

    private static void Add(Dictionary<string, string> comments, MessageDescriptor message)
    {
        Add(comments, [message], m => m.Declaration);
        Add(comments, message.Fields.InDeclarationOrder(), f => f.Declaration);
        AddEnums(comments, message.EnumTypes);
        foreach (var nested in message.NestedTypes)
            Add(comments, nested);
    }

    private static void AddEnums(Dictionary<string, string> comments, IEnumerable<EnumDescriptor> enums)
    {
        foreach (var type in enums)
        {
            Add(comments, [type], e => e.Declaration);
            Add(comments, type.Values, v => v.Declaration);
        }
    }

    private static void Add<T>(Dictionary<string, string> comments, IEnumerable<T> descriptors, Func<T, DescriptorDeclaration?> declarationOf) where T : IDescriptor
    {
        foreach (var descriptor in descriptors)
        {
            if (declarationOf(descriptor)?.LeadingComments.Trim() is { Length: > 0 } comment)
                comments[descriptor.FullName] = comment.Replace("\n ", "\n", StringComparison.Ordinal);
        }
    }
}
