using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests;

/// <summary>
/// Every case of the rulebook on documents (13.1 to 13.5) is named by a test: `case 44` in the comment above it, or `44: …` among the drafts.
/// docs/reference/rulebook-cases.md lists which is proved where.
/// </summary>
public sealed partial class RulebookCasesTests
{
    // The gaps are the rulebook's own.
    private static readonly int[] Cases =
    [
        1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17, 19, 20, 21, 22, 24, 25, 26, 27, 29, 30, 31, 32, 34, 35, 36, 37, 39, 40, 41, 42, 44, 45, 46, 47, 49, 50,
        51, 52, 54, 55, 56, 57, 59, 60, 61, 62,
    ];

    /// <summary>13.4, of pages and texts.</summary>
    private static readonly int[] OfForm = [64, 65, 66, 67, 69, 70, 71, 72, 74, 75];

    /// <summary>13.5, of secrecy.</summary>
    private static readonly int[] OfSecrecy = [76, 77, 79, 80, 81, 82, 84, 85, 86, 87, 89, 90, 91, 92];

    /// <summary>What no test proves, and why none can.</summary>
    private static readonly Dictionary<int, string> Lacking = [];

    private static readonly string[] Folders = ["regulations", "procedures", "proofreading", "typesetting", "document"];

    /// <summary>Proved on the rules alone, with the reason why no call can come to it.</summary>
    private static readonly Dictionary<int, string> OfTheRulesAlone = new()
    {
        [51] = "The service itself enters the time of signing for; pieces that are missing are not entered yet.",
        [61] = "Nothing is compiled of several documents here.",
    };

    [Fact]
    public void Every_case_is_named_by_a_test_or_lacks_one_for_a_reason() =>
        Cases.Concat(OfForm).Concat(OfSecrecy).Except(NamedIn(Folders)).ShouldBe(Lacking.Keys, ignoreOrder: true);

    [Fact]
    public void Which_case_is_proved_where_is_listed()
    {
        var proofs = Folders.SelectMany(Proofs).ToLookup(p => p.Case, p => p.Test);
        var page = new StringBuilder("# Cases of the rulebook, and the tests that prove them\n\nWritten by the test RulebookCasesTests where BACKOFFICE_ACCEPT=1 is set. Cases 13.1 to 13.5 of the rulebook, by number.\n\n| case | test |\n| --- | --- |\n");
        foreach (var number in Cases.Concat(OfForm).Concat(OfSecrecy).Order())
            page.Append(CultureInfo.InvariantCulture, $"| {number} | {(Lacking.TryGetValue(number, out var why) ? $"none: {why}" : string.Join("<br>", proofs[number].Distinct().Order(StringComparer.Ordinal)))} |\n");
        Snapshot.Match("docs/reference/rulebook-cases.md", page.ToString());
    }

    [Fact]
    public void The_cases_are_those_of_the_rulebook()
    {
        var rulebook = RepositoryFiles.Path("../shared/domain/rulebook.md");
        Assert.SkipUnless(File.Exists(rulebook), "the rulebook is not beside the repository");
        var text = File.ReadAllText(rulebook);
        var documents = text[text.IndexOf("### 13.1 ", StringComparison.Ordinal)..text.IndexOf("### 13.6 ", StringComparison.Ordinal)];
        Line().Matches(documents).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ShouldBe(Cases.Concat(OfForm).Concat(OfSecrecy));
    }

    [Fact]
    public void Every_case_that_a_call_can_come_to_is_proved_through_the_service() =>
        Cases.Concat(OfSecrecy).Except(Lacking.Keys).Except(NamedIn("document")).ShouldBe(OfTheRulesAlone.Keys);

    [Fact]
    public void A_case_that_nobody_names_is_found() => Named("// Rulebook case 44: three days\n// cases 1 and 2.\n[\"7: a report\"] = \"99: no\"").ShouldBe([44, 1, 2, 7]);

    private static IEnumerable<int> NamedIn(params IEnumerable<string> folders) => folders.SelectMany(SourcesIn).SelectMany(f => Named(File.ReadAllText(f)));

    private static IEnumerable<string> SourcesIn(string folder) => Directory.GetFiles(RepositoryFiles.Path($"tests/{folder}"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.EndsWith($"{nameof(RulebookCasesTests)}.cs", StringComparison.Ordinal));

    /// <summary>Each case with the method that follows its comment, or the draft that is named by it.</summary>
    private static IEnumerable<(int Case, string Test)> Proofs(string folder)
    {
        foreach (var file in SourcesIn(folder))
        {
            var (source, name) = (File.ReadAllText(file), Path.GetFileNameWithoutExtension(file));
            foreach (Match comment in Comment().Matches(source))
            {
                if (Method().Match(source, comment.Index) is { Success: true } method)
                    foreach (Match number in Number().Matches(comment.Groups[1].Value))
                        yield return (int.Parse(number.ValueSpan, CultureInfo.InvariantCulture), $"{folder}: {name}.{method.Groups[1].Value}");
            }
            foreach (Match draft in Draft().Matches(source))
                yield return (int.Parse(draft.Groups[1].ValueSpan, CultureInfo.InvariantCulture), $"{folder}: SubmitOutgoingDocumentTests.A_draft_is_held_against_the_rules");
        }
    }

    private static IEnumerable<int> Named(string source) => Comment().Matches(source).SelectMany(c => Number().Matches(c.Groups[1].Value))
        .Concat(Draft().Matches(source).SelectMany(d => Number().Matches(d.Groups[1].Value)))
        .Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"//.*?\b[Cc]ases? (\d+(?:(?:, | and )\d+)*)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[""(\d+): ")]
    private static partial Regex Draft();

    [GeneratedRegex(@"public (?:async )?(?:void|Task(?:<\w+>)?) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"^(\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
