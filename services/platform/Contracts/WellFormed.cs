using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Backoffice.Platform.Contracts;

/// <summary>
/// What no contract has to say because no value may ever break it: text that every store can hold, instants and days that
/// exist. Without this a NUL character or the year 400000 would surface as a failure of the store.
/// </summary>
internal static class WellFormed
{
    // Years in which the stores, the calendar and JSON agree.
    private const long FirstSecond = -62135596800;
    private const long LastSecond = 253402300799;

    public static ValueCheck? CheckOf(MessageDescriptor message)
    {
        if (message == Timestamp.Descriptor)
            return Instant;
        if (message == Date.Descriptor)
            return Day;
        return message == FieldMask.Descriptor ? Mask : null;
    }

    public static void Text(object value, string path, Violations violations)
    {
        var text = (string)value;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c) || (c < ' ' && c is not ('\n' or '\r' or '\t')))
            {
                violations.Add(path, "WELL_FORMED", "holds a control character or half a character", "含有控制字符或不完整的字符");
                return;
            }
        }
    }

    private static void Instant(object value, string path, Violations violations)
    {
        var instant = (Timestamp)value;
        if (instant.Seconds is < FirstSecond or > LastSecond || instant.Nanos is < 0 or > 999_999_999)
            violations.Add(path, "WELL_FORMED", "is not an instant between the years 1 and 9999", "不是有效的时间");
    }

    private static void Day(object value, string path, Violations violations)
    {
        var day = (Date)value;
        if (day.Year is < 1 or > 9999 || day.Month is < 1 or > 12 || day.Day < 1 || day.Day > System.DateTime.DaysInMonth(day.Year, day.Month))
            violations.Add(path, "WELL_FORMED", "is not a calendar day", "不是有效的日期");
    }

    private static void Mask(object value, string path, Violations violations)
    {
        var mask = (FieldMask)value;
        if (mask.Paths.Count is 0 or > 100 || mask.Paths.Any(p => p.Length is 0 or > 200))
            violations.Add(path, "WELL_FORMED", "names no field, or too many", "必须列出要修改的字段");
    }
}
