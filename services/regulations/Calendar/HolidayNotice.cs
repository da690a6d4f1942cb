using System.Text.Json;

namespace Backoffice.Regulations.Calendar;

/// <summary>A day the notice names: off, or worked to make up for a day off (调休).</summary>
public sealed record Arrangement(DateOnly Date, string Holiday, bool IsOff);

/// <summary>
/// One yearly notice of the State Council's General Office. A notice without days stands for a year that is not published yet:
/// the source of the data makes next year's file before the notice exists.
/// </summary>
public sealed record HolidayNotice(int Year, IReadOnlyList<Arrangement> Days)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a file in the form of NateScarlet/holiday-cn, such as an operator adds when a new notice appears.</summary>
    /// <exception cref="FormatException">The text is no such file, or contradicts itself.</exception>
    public static HolidayNotice Parse(string json)
    {
        try
        {
            return From(JsonSerializer.Deserialize<NoticeFile>(json, Json) ?? throw new FormatException("The file of holidays is empty."));
        }
        catch (JsonException e)
        {
            throw new FormatException($"The file of holidays cannot be read: {e.Message}", e);
        }
    }

    private static HolidayNotice From(NoticeFile file)
    {
        if (file.Year is < 1949 or > 9998)
            throw new FormatException($"The file of holidays names no year of a notice but {file.Year}.");

        var days = (file.Days ?? []).Select(d => new Arrangement(d.Date, d.Name ?? "", d.IsOffDay)).OrderBy(d => d.Date).ToArray();
        // New Year's holiday may begin in the December before; anything further away is a file under a wrong year.
        if (days.FirstOrDefault(d => d.Date.Year != file.Year && (d.Date.Year, d.Date.Month) != (file.Year - 1, 12)) is { } stray)
            throw new FormatException($"The notice of {file.Year} cannot arrange {stray.Date:yyyy-MM-dd}.");
        if (days.Zip(days.Skip(1)).FirstOrDefault(p => p.First.Date == p.Second.Date) is ({ } twice, _))
            throw new FormatException($"The notice of {file.Year} names {twice.Date:yyyy-MM-dd} twice.");
        return new(file.Year, days);
    }

    private sealed record NoticeFile(int Year, IReadOnlyList<NoticeDay>? Days);

    private sealed record NoticeDay(string? Name, DateOnly Date, bool IsOffDay);
}
