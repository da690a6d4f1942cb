using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>Finds the resource a message is about: `name`, else `parent`, else the `name` of the resource it carries.</summary>
internal static class ResourceName
{
    public static FieldDescriptor? FieldOf(MessageDescriptor message) =>
        Text(message, "name") ?? Text(message, "parent") ?? message.Fields.InFieldNumberOrder().FirstOrDefault(
            f => f is { FieldType: FieldType.Message, IsRepeated: false, IsMap: false } && Text(f.MessageType, "name") is not null);

    public static string Of(IMessage message, FieldDescriptor? field) => field?.Accessor.GetValue(message) switch
    {
        string name => name,
        IMessage resource => (string)Text(resource.Descriptor, "name")!.Accessor.GetValue(resource),
        _ => "",
    };

    public static string Of(IMessage message) => Of(message, FieldOf(message.Descriptor));

    private static FieldDescriptor? Text(MessageDescriptor message, string name) =>
        message.FindFieldByName(name) is { FieldType: FieldType.String, IsRepeated: false } field ? field : null;
}
