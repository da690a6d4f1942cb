using System.Text;
using System.Text.Json;
using Backoffice.Platform.Errors;

namespace Backoffice.Platform.Paging;

/// <summary>One condition of a filter, e.g. `issuer = "民政部"`; <see cref="Position"/> counts characters from 1.</summary>
public sealed record Condition(string Field, string Operator, string Value, int Position)
{
    /// <summary>The refusal for a field, operator or value that the list does not know.</summary>
    public Refusal NotUnderstood() => PlatformErrors.InvalidFilter(Position, $"{Field} {Operator}");

    /// <summary>True for =, false for !=; refuses what orders.</summary>
    public bool IsEquality() => Operator switch
    {
        "=" => true,
        "!=" => false,
        _ => throw NotUnderstood(),
    };

    /// <summary>The value of an enum of the contract, with or without its prefix: DOCUMENT_GENRE_NOTICE or NOTICE.</summary>
    public TEnum EnumValue<TEnum>() where TEnum : struct, Enum
    {
        var prefix = JsonNamingPolicy.SnakeCaseUpper.ConvertName(typeof(TEnum).Name) + "_";
        var name = Value.StartsWith(prefix, StringComparison.Ordinal) ? Value[prefix.Length..] : Value;
        return !name.All(char.IsAsciiDigit) && Enum.TryParse<TEnum>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw NotUnderstood();
    }
}

/// <summary>
/// The filter grammar of every list: `field op value` joined by `AND`, after AIP-160. Operators are =, !=, &lt;, &lt;=, &gt;,
/// &gt;=; a value is a word, a number or text in double quotes, in which \" and \\ stand for themselves.
/// </summary>
public static class Filter
{
    private static readonly string[] Operators = ["<=", ">=", "!=", "=", "<", ">"];

    /// <exception cref="Refusal">INVALID_FILTER, with the position.</exception>
    public static IReadOnlyList<Condition> Parse(string filter)
    {
        var conditions = new List<Condition>();
        var at = SkipBlanks(filter, 0);
        while (at < filter.Length)
        {
            if (conditions.Count > 0)
                at = SkipBlanks(filter, Expect(filter, at, "AND "));
            var start = at;
            var field = ReadWord(filter, ref at);
            at = SkipBlanks(filter, at);
            var op = Operators.FirstOrDefault(o => string.CompareOrdinal(filter, at, o, 0, o.Length) == 0) ?? throw Unexpected(filter, at);
            at = SkipBlanks(filter, at + op.Length);
            var value = at < filter.Length && filter[at] == '"' ? ReadQuoted(filter, ref at) : ReadWord(filter, ref at);
            conditions.Add(new Condition(field, op, value, start + 1));
            at = SkipBlanks(filter, at);
        }
        return conditions;
    }

    private static int SkipBlanks(string filter, int at)
    {
        while (at < filter.Length && char.IsWhiteSpace(filter[at]))
            at++;
        return at;
    }

    private static int Expect(string filter, int at, string text) =>
        string.CompareOrdinal(filter, at, text, 0, text.Length) == 0 ? at + text.Length : throw Unexpected(filter, at);

    private static string ReadWord(string filter, ref int at)
    {
        var start = at;
        while (at < filter.Length && (char.IsLetterOrDigit(filter[at]) || filter[at] is '_' or '-' or '.' or ':' or '+'))
            at++;
        return at > start ? filter[start..at] : throw Unexpected(filter, at);
    }

    private static string ReadQuoted(string filter, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < filter.Length && filter[at] != '"'; at++)
        {
            if (filter[at] == '\\' && at + 1 < filter.Length && filter[at + 1] is '"' or '\\')
                at++;
            text.Append(filter[at]);
        }
        if (at >= filter.Length)
            throw Unexpected(filter, at);
        at++;
        return text.ToString();
    }

    private static Refusal Unexpected(string filter, int at) =>
        PlatformErrors.InvalidFilter(at + 1, at < filter.Length ? filter[at].ToString() : "end");
}
