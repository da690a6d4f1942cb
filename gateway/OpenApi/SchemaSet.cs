using System.Text.Json.Nodes;
using Backoffice.Platform.Contracts;
using Buf.Validate;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Gateway.OpenApi;

/// <summary>JSON schemas of the contract's messages, collected as they are referred to; rules of the contract become rules of the schema.</summary>
internal sealed class SchemaSet
{
    private readonly SortedDictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    public JsonObject ToJson() => new(_schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));

    public JsonNode Refer(MessageDescriptor message)
    {
        if (!_schemas.ContainsKey(message.FullName))
        {
            var schema = _schemas[message.FullName] = new JsonObject();
            Describe(message, schema);
        }
        return new JsonObject { ["$ref"] = $"#/components/schemas/{message.FullName}" };
    }

    public JsonNode OfField(FieldDescriptor field)
    {
        var rules = field.GetOptions()?.HasExtension(ValidateExtensions.Field) == true ? field.GetOptions().GetExtension(ValidateExtensions.Field) : new FieldRules();
        if (!field.IsRepeated)
            return OfValue(field, rules);
        var list = new JsonObject { ["type"] = "array", ["items"] = OfValue(field, rules.Repeated?.Items ?? new FieldRules()) };
        if (rules.Repeated?.HasMinItems == true)
            list["minItems"] = rules.Repeated.MinItems;
        if (rules.Repeated?.HasMaxItems == true)
            list["maxItems"] = rules.Repeated.MaxItems;
        if (rules.Repeated?.Unique == true)
            list["uniqueItems"] = true;
        return list;
    }

    private void Describe(MessageDescriptor message, JsonObject schema)
    {
        schema["type"] = "object";
        if (ContractComments.Of(message) is { Length: > 0 } comment)
            schema["description"] = comment;
        var properties = new JsonObject();
        foreach (var field in message.Fields.InFieldNumberOrder())
        {
            var property = OfField(field);
            if (ContractComments.Of(field) is { Length: > 0 } about && property is JsonObject described)
                described["description"] = about;
            properties[field.JsonName] = property;
        }
        schema["properties"] = properties;
        var required = message.Fields.InFieldNumberOrder().Where(f => f.GetOptions()?.GetExtension(ValidateExtensions.Field)?.Required == true).ToList();
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required.Select(f => JsonValue.Create(f.JsonName))]);
    }

    private JsonNode OfValue(FieldDescriptor field, FieldRules rules) => field.FieldType switch
    {
        FieldType.String => OfString(rules.String ?? new StringRules()),
        FieldType.Bytes => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        FieldType.Bool => new JsonObject { ["type"] = "boolean" },
        FieldType.Int32 => OfNumber(rules.Int32 ?? new Int32Rules()),
        FieldType.Int64 => new JsonObject { ["type"] = "string", ["format"] = "int64" },
        FieldType.Double => new JsonObject { ["type"] = "number", ["format"] = "double" },
        FieldType.Enum => new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. field.EnumType.Values.Select(v => JsonValue.Create(v.Name))]),
        },
        FieldType.Message => OfMessage(field.MessageType),
        _ => throw new NotSupportedException($"{field.FullName} is of a kind that contracts do not use."),
    };

    private JsonNode OfMessage(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        "google.protobuf.FieldMask" => new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("title,issuer") },
        "google.protobuf.Any" => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["@type"] = new JsonObject { ["type"] = "string" } }, ["additionalProperties"] = true },
        _ => Refer(message),
    };

    private static JsonObject OfString(StringRules rules)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (rules.HasMinLen)
            schema["minLength"] = rules.MinLen;
        if (rules.HasMaxLen)
            schema["maxLength"] = rules.MaxLen;
        if (rules.HasPattern)
            schema["pattern"] = rules.Pattern;
        if (rules.HasUuid)
            schema["format"] = "uuid";
        return schema;
    }

    private static JsonObject OfNumber(Int32Rules rules)
    {
        var schema = new JsonObject { ["type"] = "integer", ["format"] = "int32" };
        if (rules.HasGte)
            schema["minimum"] = rules.Gte;
        if (rules.HasLte)
            schema["maximum"] = rules.Lte;
        return schema;
    }
}
