using System.Globalization;

namespace Backoffice.Platform.Time;

/// <summary>Instants as text, for messages and their facts.</summary>
public static class Rfc3339
{
    /// <summary>The instant with the offset it carries, e.g. `2026-03-02T09:00:00+08:00`; fractions only where there are any.</summary>
    public static string Format(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
