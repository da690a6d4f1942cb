using System.Globalization;
using Backoffice.Platform.Errors;

namespace Backoffice.Platform.Paging;

/// <summary>Where a page ended: the values the list is ordered by, of its last row.</summary>
public sealed class PageKey
{
    private const char Separator = '\u001f';
    private readonly string[] _parts;

    private PageKey(string[] parts) => _parts = parts;

    public static PageKey Of(params ReadOnlySpan<object> parts)
    {
        var texts = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            texts[i] = Convert.ToString(parts[i], CultureInfo.InvariantCulture)!;
        return new PageKey(texts);
    }

    public string Text(int part = 0) => part < _parts.Length ? _parts[part] : throw PlatformErrors.InvalidPageToken();

    public long Number(int part = 0) =>
        long.TryParse(Text(part), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw PlatformErrors.InvalidPageToken();

    public DateTimeOffset Instant(int part = 0) => Number(part) is >= 0 and var ticks && ticks <= DateTimeOffset.MaxValue.UtcTicks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : throw PlatformErrors.InvalidPageToken();

    public Guid Id(int part = 0) => Guid.TryParseExact(Text(part), "D", out var id) ? id : throw PlatformErrors.InvalidPageToken();

    internal static PageKey Parse(string text) => new(text.Split(Separator));

    internal string Format() => string.Join(Separator, _parts);
}
