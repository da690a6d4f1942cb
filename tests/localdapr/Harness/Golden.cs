using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>Compares with a file beside the tests that a person has read. A difference is left next to it as *.received.txt.</summary>
internal static partial class Golden
{
    public static void ShouldMatchGolden(this string actual, string name, [CallerFilePath] string test = "")
    {
        var verified = Path.Combine(Path.GetDirectoryName(test)!, "Golden", $"{name}.verified.txt");
        var received = Path.ChangeExtension(Path.ChangeExtension(verified, null), ".received.txt");
        var scrubbed = Scrub(actual);
        if (File.Exists(verified) && File.ReadAllText(verified) == scrubbed)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
        File.WriteAllText(received, scrubbed);
        scrubbed.ShouldBe(File.Exists(verified) ? File.ReadAllText(verified) : $"(there is no {verified} yet)");
    }

    private static string Scrub(string text) =>
        Trace().Replace(Time().Replace(Unique().Replace(Id().Replace(text.ReplaceLineEndings("\n"), "{id}"), "{name}"), "{time}"), "$1{trace}\"");

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"topic-[0-9a-f]{32}|app-\d+-\d+")]
    private static partial Regex Unique();

    [GeneratedRegex(@"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Time();

    // An untraced publication has an empty or an invented trace, depending on the runtime.
    [GeneratedRegex(@"(trace(?:id|parent)""?[:=]"")(00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})?""")]
    private static partial Regex Trace();
}
