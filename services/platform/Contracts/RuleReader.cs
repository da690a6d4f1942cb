using Buf.Validate;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>
/// Makes rules out of the `buf.validate` options of the contract. Supported: `required`; `ignore: IGNORE_IF_ZERO_VALUE`;
/// string `min_len`, `max_len`, `pattern`, `uuid`; bytes `min_len`, `max_len`; int32 and int64 `gte`, `lte`; enum
/// `defined_only`, `not_in`; repeated `min_items`, `max_items`, `unique`, `items`. Anything else is a problem that keeps the
/// host from starting, because a rule that is read and not enforced is worse than none.
/// </summary>
internal sealed class RuleReader(List<string> problems)
{
    private readonly Dictionary<string, MessageRules> _known = [];

    public MessageRules Read(MessageDescriptor message)
    {
        if (_known.TryGetValue(message.FullName, out var known))
            return known;
        var rules = _known[message.FullName] = new MessageRules();
        if (message.GetOptions()?.HasExtension(ValidateExtensions.Message) == true || message.Oneofs.Any(o => o.GetOptions()?.HasExtension(ValidateExtensions.Oneof) == true))
            problems.Add($"{message.FullName} has rules of the whole message, which are not supported.");
        // What well-known types hold is checked as one value below.
        var fields = message.File.Package.StartsWith("backoffice.", StringComparison.Ordinal) ? message.Fields.InFieldNumberOrder() : [];
        rules.Fill([.. fields.Select(Read).Where(f => f.Matters)], WellFormed.CheckOf(message));
        return rules;
    }

    private FieldRule Read(FieldDescriptor field)
    {
        var rules = field.GetOptions()?.HasExtension(ValidateExtensions.Field) == true
            ? field.GetOptions().GetExtension(ValidateExtensions.Field)
            : new FieldRules();
        var where = field.FullName;
        if (field.IsMap || field.FieldType is FieldType.Double or FieldType.Float)
            problems.Add($"{where} is of a kind (map, floating point) that contracts do not use.");
        RefuseUnsupported(rules, where, "required", "ignore", "string", "bytes", "int32", "int64", "enum", "repeated");
        if (rules.HasIgnore && rules.Ignore == Ignore.Always)
            problems.Add($"{where} ignores its rules always.");

        var items = rules.Repeated?.Items ?? new FieldRules();
        RefuseUnsupported(items, where + ".items", "string", "bytes", "int32", "int64", "enum");
        return new FieldRule(field)
        {
            Required = rules.Required,
            IgnoreZero = rules.Ignore == Ignore.IfZeroValue,
            Whole = field.IsRepeated ? [.. OfList(rules.Repeated, where)] : [.. OfValue(field, rules, where)],
            Each = field.IsRepeated ? [.. OfValue(field, items, where + ".items")] : [],
            Nested = field is { FieldType: FieldType.Message, IsMap: false } ? Read(field.MessageType) : null,
        };
    }

    private IEnumerable<ValueCheck> OfList(RepeatedRules? rules, string where)
    {
        if (rules is null)
            yield break;
        RefuseUnsupported(rules, where, "min_items", "max_items", "unique", "items");
        if (rules.HasMinItems)
            yield return ListChecks.MinItems(rules.MinItems);
        if (rules.HasMaxItems)
            yield return ListChecks.MaxItems(rules.MaxItems);
        if (rules.Unique)
            yield return ListChecks.Unique;
    }

    private IEnumerable<ValueCheck> OfValue(FieldDescriptor field, FieldRules rules, string where) => field.FieldType switch
    {
        FieldType.String => OfString(rules.String ?? new StringRules(), where),
        FieldType.Bytes => OfBytes(rules.Bytes ?? new BytesRules(), where),
        FieldType.Int32 => OfNumber(rules.Int32, where, r => r.HasGte ? r.Gte : null, r => r.HasLte ? r.Lte : null),
        FieldType.Int64 => OfNumber(rules.Int64, where, r => r.HasGte ? r.Gte : null, r => r.HasLte ? r.Lte : null),
        FieldType.Enum => OfEnum(field.EnumType, rules.Enum ?? new EnumRules(), where),
        _ => [],
    };

    private IEnumerable<ValueCheck> OfString(StringRules rules, string where)
    {
        RefuseUnsupported(rules, where, "min_len", "max_len", "pattern", "uuid");
        yield return WellFormed.Text;
        if (rules.HasMinLen)
            yield return ScalarChecks.MinLength(rules.MinLen);
        if (rules.HasMaxLen)
            yield return ScalarChecks.MaxLength(rules.MaxLen);
        if (rules.HasPattern)
            yield return ScalarChecks.Pattern(rules.Pattern, where, problems);
        if (rules.HasUuid)
            yield return ScalarChecks.Uuid;
    }

    private IEnumerable<ValueCheck> OfBytes(BytesRules rules, string where)
    {
        RefuseUnsupported(rules, where, "min_len", "max_len");
        if (rules.HasMinLen)
            yield return ScalarChecks.MinBytes(rules.MinLen);
        if (rules.HasMaxLen)
            yield return ScalarChecks.MaxBytes(rules.MaxLen);
    }

    private IEnumerable<ValueCheck> OfNumber<TRules>(TRules? rules, string where, Func<TRules, long?> least, Func<TRules, long?> most)
        where TRules : class, IMessage
    {
        if (rules is null)
            yield break;
        RefuseUnsupported(rules, where, "gte", "lte");
        yield return ScalarChecks.Range(least(rules) ?? long.MinValue, most(rules) ?? long.MaxValue);
    }

    private IEnumerable<ValueCheck> OfEnum(EnumDescriptor type, EnumRules rules, string where)
    {
        RefuseUnsupported(rules, where, "defined_only", "not_in");
        if (rules.DefinedOnly)
            yield return ScalarChecks.Defined(type);
        if (rules.NotIn.Count > 0)
            yield return ScalarChecks.NotIn([.. rules.NotIn]);
    }

    private void RefuseUnsupported(IMessage rules, string where, params string[] supported)
    {
        foreach (var field in rules.Descriptor.Fields.InFieldNumberOrder())
        {
            var set = field.IsRepeated ? ((System.Collections.IList)field.Accessor.GetValue(rules)).Count > 0 : field.Accessor.HasValue(rules);
            if (set && !supported.Contains(field.Name))
                problems.Add($"{where} uses the rule {field.Name}, which is not supported.");
        }
    }
}
