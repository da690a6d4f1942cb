using System.Collections;
using System.Globalization;
using System.Text;
using Buf.Validate;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>Makes messages that keep every rule of the contract, as a start for breaking them.</summary>
internal static class Plausible
{
    public static IMessage Message(MessageDescriptor type, string marker, int depth = 0)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        if (message is Timestamp or Date or FieldMask)
            return Known(message);
        foreach (var field in type.Fields.InFieldNumberOrder().Where(f => !f.IsMap && !(f.FieldType == FieldType.Message && depth > 2)))
            Set(message, field, marker, depth);
        return message;
    }

    private static IMessage Known(IMessage message)
    {
        switch (message)
        {
            case Timestamp instant:
                instant.Seconds = 1_900_000_000;
                break;
            case Date day:
                (day.Year, day.Month, day.Day) = (2026, 11, 25);
                break;
            case FieldMask mask:
                mask.Paths.Add("display_name");
                break;
        }
        return message;
    }

    /// <summary>What the contract demands of a field; nothing where it says nothing.</summary>
    public static FieldRules RulesOf(FieldDescriptor field) =>
        field.GetOptions()?.HasExtension(ValidateExtensions.Field) == true ? field.GetOptions().GetExtension(ValidateExtensions.Field) : new FieldRules();

    private static void Set(IMessage message, FieldDescriptor field, string marker, int depth)
    {
        var rules = RulesOf(field);
        if (field.IsRepeated)
            ((IList)field.Accessor.GetValue(message)).Add(Value(field, rules.Repeated?.Items ?? new FieldRules(), marker, depth));
        else if (Value(field, rules, marker, depth) is { } value)
            field.Accessor.SetValue(message, value);
    }

    private static object? Value(FieldDescriptor field, FieldRules rules, string marker, int depth) => field.FieldType switch
    {
        FieldType.String => Text(field, rules.String ?? new StringRules(), marker),
        FieldType.Bytes => ByteString.CopyFromUtf8(marker),
        FieldType.Bool => false,
        FieldType.Int32 => (int)Math.Max(1, rules.Int32?.Gte ?? 1),
        FieldType.Int64 => 1L,
        FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, 1),
        FieldType.Message => Message(field.MessageType, marker, depth + 1),
        _ => null,
    };

    private static string Text(FieldDescriptor field, StringRules rules, string marker)
    {
        if (rules.HasUuid)
            return Guid.NewGuid().ToString();
        if (rules.HasPattern)
            return Matching(rules.Pattern);
        // Etags and page tokens of our own making would be refused before anything else is looked at.
        return field.Name is "etag" or "page_token" or "filter" or "order_by" ? "" : marker[..Math.Min(marker.Length, rules.HasMaxLen ? (int)rules.MaxLen : marker.Length)];
    }

    /// <summary>A text that matches a pattern of the contract: literals, classes, alternatives and counts.</summary>
    public static string Matching(string pattern)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < pattern.Length)
        {
            var c = pattern[at];
            if (c is '^' or '$')
                at++;
            else
                text.Append(Repeated(pattern, ref at, Unit(pattern, ref at)));
        }
        return text.ToString();
    }

    private static string Unit(string pattern, ref int at)
    {
        switch (pattern[at])
        {
            case '[':
                var end = pattern.IndexOf(']', at);
                var set = pattern[(at + 1)..end];
                at = end + 1;
                return set[0] == '^' ? "x" : set[0].ToString();
            case '(':
                var close = pattern.IndexOf(')', at);
                var first = pattern[(at + 1)..close].Split('|')[0];
                at = close + 1;
                return first;
            case '\\':
                at += 2;
                return pattern[at - 1].ToString();
            default:
                at++;
                return pattern[at - 1].ToString();
        }
    }

    private static string Repeated(string pattern, ref int at, string unit)
    {
        if (at >= pattern.Length || pattern[at] is not ('{' or '+' or '*'))
            return unit;
        if (pattern[at] != '{')
        {
            at++;
            return unit;
        }
        var end = pattern.IndexOf('}', at);
        var least = int.Parse(pattern[(at + 1)..end].Split(',')[0], CultureInfo.InvariantCulture);
        at = end + 1;
        return string.Concat(Enumerable.Repeat(unit, Math.Max(1, least)));
    }
}
