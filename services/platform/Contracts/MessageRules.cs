using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>The rules of one message type, made once from the contract; a message is walked along them.</summary>
internal sealed class MessageRules
{
    private IReadOnlyList<FieldRule> _fields = [];
    private ValueCheck? _wellFormed;

    /// <summary>Completes the rules; a message that contains its own type has to be known before it is complete.</summary>
    public void Fill(IReadOnlyList<FieldRule> fields, ValueCheck? wellFormed)
    {
        _fields = fields;
        _wellFormed = wellFormed;
    }

    public IReadOnlyList<Google.Rpc.BadRequest.Types.FieldViolation> Check(IMessage message)
    {
        var violations = new Violations();
        Check(message, "", violations);
        return violations.All;
    }

    public void Check(IMessage message, string path, Violations violations)
    {
        _wellFormed?.Invoke(message, path, violations);
        foreach (var field in _fields)
        {
            if (violations.Full)
                return;
            field.Check(message, path, violations);
        }
    }
}

/// <summary>Adds to <paramref name="violations"/> what <paramref name="value"/> at <paramref name="path"/> breaks.</summary>
internal delegate void ValueCheck(object value, string path, Violations violations);

/// <summary>The rules of one field.</summary>
internal sealed class FieldRule(FieldDescriptor field)
{
    public bool Required { get; init; }

    /// <summary>`ignore: IGNORE_IF_ZERO_VALUE`: an unset scalar is not checked.</summary>
    public bool IgnoreZero { get; init; }

    /// <summary>Checks of a scalar, or of a list as a whole.</summary>
    public IReadOnlyList<ValueCheck> Whole { get; init; } = [];

    /// <summary>Checks of each item of a list.</summary>
    public IReadOnlyList<ValueCheck> Each { get; init; } = [];

    /// <summary>Rules of the message, or of each message of a list.</summary>
    public MessageRules? Nested { get; init; }

    /// <summary>False when nothing about the field can be wrong, so that it need not be looked at.</summary>
    public bool Matters => Required || Whole.Count > 0 || Each.Count > 0 || Nested is not null;

    public void Check(IMessage message, string path, Violations violations)
    {
        var here = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
        var value = field.Accessor.GetValue(message);
        if (field.IsRepeated)
            CheckList((IList)value, here, violations);
        else if (field.FieldType == FieldType.Message)
            CheckMessage((IMessage?)value, here, violations);
        else
            CheckScalar(value, here, violations);
    }

    private void CheckList(IList items, string path, Violations violations)
    {
        if (Required && items.Count == 0)
            violations.Required(path);
        CheckAll(Whole, items, path, violations);
        for (var i = 0; i < items.Count && !violations.Full; i++)
        {
            var here = $"{path}[{i}]";
            CheckAll(Each, items[i]!, here, violations);
            Nested?.Check((IMessage)items[i]!, here, violations);
        }
    }

    private void CheckMessage(IMessage? message, string path, Violations violations)
    {
        if (message is not null)
            Nested?.Check(message, path, violations);
        else if (Required)
            violations.Required(path);
    }

    private void CheckScalar(object value, string path, Violations violations)
    {
        var zero = IsZero(value);
        if (zero && Required)
            violations.Required(path);
        else if (!(zero && IgnoreZero))
            CheckAll(Whole, value, path, violations);
    }

    private static bool IsZero(object value) => value switch
    {
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        bool flag => !flag,
        // Enums are boxed as their own type; an unknown number is kept, so the number decides.
        _ => Convert.ToInt64(value) == 0,
    };

    private static void CheckAll(IReadOnlyList<ValueCheck> checks, object value, string path, Violations violations)
    {
        foreach (var check in checks)
            check(value, path, violations);
    }
}
