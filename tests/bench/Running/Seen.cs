using System.Diagnostics;
using System.Text.Json;
using Backoffice.Bench.Measuring;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>What a browser saw of the console, turn by turn, in milliseconds.</summary>
/// <param name="ColdLimit">First paint of the empty page by a browser that has seen nothing.</param>
/// <param name="Cold">The same of the list.</param>
/// <param name="ColdRows">Until the rows of the list stand there.</param>
/// <param name="WarmLimit">First paint of the empty page, seen before.</param>
/// <param name="Warm">The same of the list.</param>
/// <param name="WarmRows">Until its rows stand there.</param>
/// <param name="FirstChange">From the desk to the list by a click, for the first time.</param>
/// <param name="Change">The same afterwards.</param>
/// <param name="Bytes">Script and style fetched until the desk stands, as they come over the wire.</param>
internal sealed record Seen(double[] ColdLimit, double[] Cold, double[] ColdRows, double[] WarmLimit, double[] Warm, double[] WarmRows, double[] FirstChange, double[] Change, double Bytes)
{
    /// <summary>Lets `tests/console/measure.js` look, in Chromium.</summary>
    public static async Task<Seen> ByBrowserAsync(int port, string account, string password, int turns)
    {
        var start = new ProcessStartInfo("node", ["measure.js", $"http://localhost:{port}", account, $"{turns}"])
        {
            WorkingDirectory = RepositoryFiles.Path("tests/console"),
            RedirectStandardOutput = true,
        };
        // Not as an argument, which every process of the machine could read.
        start.Environment["BACKOFFICE_CONSOLE_PASSWORD"] = password;
        using var browser = Process.Start(start)!;
        var said = await browser.StandardOutput.ReadToEndAsync();
        await browser.WaitForExitAsync();
        return browser.ExitCode == 0
            ? JsonSerializer.Deserialize<Seen>(said, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException("The browser did not see the console; `npm ci --prefix tests/console` and a built console are needed.");
    }
}
