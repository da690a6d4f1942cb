using System.Diagnostics;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>The fonts of this machine, opened once for all tests, and what tests ask of laid-out pages.</summary>
internal static class Setters
{
    public static FontShelf Shelf { get; } = new(new FontPreferences());

    public static LaidOutDocument Lay(OfficialDocument document) => new Typesetter(Shelf).Lay(document);

    public static void NeedsChineseFonts() =>
        Assert.SkipWhen(Shelf.For(Face.FangSong, new('文')) is null, "no Chinese font is installed");

    /// <summary>Runs a program of the system and reads what it says; skips where it is not installed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)));
        Assert.SkipUnless(found, $"{program} is not installed");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    public static IEnumerable<TextItem> Texts(this Page page, Element? element = null) =>
        page.Items.OfType<TextItem>().Where(i => element is null || i.Element == element);

    public static string TextOf(this Page page, Element element) => string.Concat(page.Texts(element).Select(i => i.Text));

    public static string TextOf(this LaidOutDocument document, Element element) => string.Concat(document.Pages.Select(p => p.TextOf(element)));

    /// <summary>The lines of an element, top down.</summary>
    public static IReadOnlyList<IReadOnlyList<TextItem>> Lines(this Page page, Element element) =>
        [.. page.Texts(element).GroupBy(i => Math.Round(i.Baseline, 2)).OrderBy(g => g.Key).Select(g => g.OrderBy(i => i.Left).ToArray())];

    /// <summary>The line of the page's grid that a text stands on, from 0.</summary>
    public static int LineOf(this LaidOutDocument document, TextItem item) =>
        (int)Math.Round(((item.Top + item.Bottom) / 2 - Paper.Character / 2 - Paper.Top) / document.Grid.Pitch);

    public static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
