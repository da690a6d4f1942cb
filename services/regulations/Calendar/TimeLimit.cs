using System.Globalization;

namespace Backoffice.Regulations.Calendar;

/// <summary>What a time limit is counted in. The office runs two clocks: 工作日 and 日 are never the same (rulebook 0.3).</summary>
public enum TimeUnit
{
    /// <summary>工作日</summary>
    WorkingDays,

    /// <summary>日: calendar days, holidays included.</summary>
    Days,

    /// <summary>小时: hours of the clock, day and night.</summary>
    Hours,

    /// <summary>半个工作日: what comes in the morning is due the same day, what comes later by noon of the next working day.</summary>
    HalfDays,
}

/// <summary>时限: how long a step may take. Written in data files as "2 working days", "5 days", "24 hours", "1 half-day".</summary>
public readonly record struct TimeLimit
{
    private static readonly (TimeUnit Unit, string One, string Many, string Zh)[] Units =
    [
        (TimeUnit.WorkingDays, "working day", "working days", "个工作日"),
        (TimeUnit.Days, "day", "days", "日"),
        (TimeUnit.Hours, "hour", "hours", "小时"),
        (TimeUnit.HalfDays, "half-day", "half-days", "个半天"),
    ];

    public TimeLimit(int amount, TimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        // Ten years: a longer limit is a slip of the pen, and would be counted day by day.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, unit == TimeUnit.Hours ? 87_600 : 3_650);
        (Amount, Unit) = (amount, unit);
    }

    public int Amount { get; }

    public TimeUnit Unit { get; }

    public static TimeLimit WorkingDays(int amount) => new(amount, TimeUnit.WorkingDays);

    public static TimeLimit Days(int amount) => new(amount, TimeUnit.Days);

    public static TimeLimit Hours(int amount) => new(amount, TimeUnit.Hours);

    public static TimeLimit HalfDays(int amount) => new(amount, TimeUnit.HalfDays);

    /// <exception cref="FormatException">The text is no time limit.</exception>
    public static TimeLimit Parse(string text) =>
        TryParse(text, out var limit)
            ? limit
            : throw new FormatException($"\"{text}\" is no time limit such as \"2 working days\", \"24 hours\" or \"1 half-day\".");

    public static bool TryParse(string text, out TimeLimit limit)
    {
        limit = default;
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || !int.TryParse(text[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            return false;

        var named = Array.FindIndex(Units, u => text[(blank + 1)..] == (amount == 1 ? u.One : u.Many));
        if (named < 0 || amount is 0 or > 3_650)
            return false;
        limit = new(amount, Units[named].Unit);
        return true;
    }

    /// <summary>As a notice to the person who has to keep it: 2个工作日.</summary>
    public string ToChinese() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Words.Zh}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {(Amount == 1 ? Words.One : Words.Many)}");

    private (TimeUnit Unit, string One, string Many, string Zh) Words => Units[(int)Unit];
}
