using System.Collections;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Backoffice.Options.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>Takes fields marked `secret` out of what is kept: the fingerprint of a request and the answer for a repeat.</summary>
internal static class Secrets
{
    private static readonly ConcurrentDictionary<string, bool> HasSecret = new();

    public static byte[] Fingerprint(IMessage request) => SHA256.HashData(Without(request).ToByteArray());

    /// <summary>The message itself where it holds no secret, else a copy without them.</summary>
    public static IMessage Without(IMessage message)
    {
        if (!Holds(message.Descriptor))
            return message;
        var copy = message.Descriptor.Parser.ParseFrom(message.ToByteString());
        Clear(copy);
        return copy;
    }

    private static void Clear(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (IsSecret(field))
                field.Accessor.Clear(message);
            else if (field is { FieldType: FieldType.Message, IsMap: false } && Holds(field.MessageType))
                ClearNested(field.Accessor.GetValue(message));
        }
    }

    private static void ClearNested(object? value)
    {
        foreach (var nested in value is IList list ? list.Cast<IMessage>() : value is IMessage one ? [one] : [])
            Clear(nested);
    }

    private static bool Holds(MessageDescriptor type)
    {
        if (HasSecret.TryGetValue(type.FullName, out var holds))
            return holds;
        // Entered as false first, so that a type containing itself ends.
        HasSecret[type.FullName] = false;
        return HasSecret[type.FullName] = type.Fields.InFieldNumberOrder()
            .Any(f => IsSecret(f) || (f is { FieldType: FieldType.Message, IsMap: false } && Holds(f.MessageType)));
    }

    private static bool IsSecret(FieldDescriptor field) => field.GetOptions()?.GetExtension(FieldExtensions.Secret) == true;
}
