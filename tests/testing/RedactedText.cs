using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Testing;

/// <summary>Finds text that the contract marks `debug_redact` and that is there all the same, e.g. in an event.</summary>
public static class RedactedText
{
    /// <summary>Full names of such fields, nested messages included.</summary>
    public static IReadOnlyList<string> In(IMessage message) => [.. message.Descriptor.Fields.InFieldNumberOrder().SelectMany(f => In(f, f.Accessor.GetValue(message)))];

    private static IEnumerable<string> In(FieldDescriptor field, object? value)
    {
        if (field.FieldType == FieldType.Message)
            return (value is IList list ? list.Cast<IMessage>() : value is IMessage one ? [one] : []).SelectMany(In);
        return field.GetOptions()?.DebugRedact == true && value is not ("" or ByteString { IsEmpty: true } or IList { Count: 0 }) ? [field.FullName] : [];
    }
}
