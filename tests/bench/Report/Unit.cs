using System.Globalization;

namespace Backoffice.Bench.Report;

/// <summary>In what a figure is counted.</summary>
internal sealed record Unit(string Name)
{
    public static readonly Unit PerSecond = new("/s");
    public static readonly Unit Milliseconds = new(" ms");
    public static readonly Unit Seconds = new(" s");
    public static readonly Unit MebibytesPerSecond = new(" MiB/s");
    public static readonly Unit Mebibytes = new(" MiB");
    public static readonly Unit Kilobytes = new(" kB");
    public static readonly Unit Open = new(" open");
    public static readonly Unit MicrosecondsOfCpu = new(" µs CPU");

    public string Show(double figure) => Digits(figure) + Name;

    /// <summary>Three digits are all that a shared machine can tell.</summary>
    public static string Digits(double figure) => figure.ToString(Math.Abs(figure) switch { >= 100 => "#,0", >= 10 => "0.0", >= 0.1 or 0 => "0.00", _ => "0.0000" }, CultureInfo.InvariantCulture);
}
