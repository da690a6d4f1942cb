using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests;

/// <summary>Every case of the rulebook on documents (13.1 to 13.3) is named by a test: `case 44` in the comment above it, or `44: …` among the drafts.</summary>
public sealed partial class RulebookCasesTests
{
    // The gaps are the rulebook's own.
    private static readonly int[] Cases =
    [
        1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17, 19, 20, 21, 22, 24, 25, 26, 27, 29, 30, 31, 32, 34, 35, 36, 37, 39, 40, 41, 42, 44, 45, 46, 47, 49, 50,
        51, 52, 54, 55, 56, 57, 59, 60, 61, 62,
    ];

    /// <summary>Proved on the rules alone, with the reason why no call can come to it.</summary>
    private static readonly Dictionary<int, string> OfTheRulesAlone = new()
    {
        [32] = "No document is issued by several organs yet.",
        [34] = "No document is issued by several organs yet.",
        [35] = "The service itself enters the signer's name when a document is signed.",
        [42] = "Telegrams are not handled, and their degrees of urgency cannot be stated.",
        [50] = "Nothing is revoked or repealed yet.",
        [51] = "The service itself enters the time of signing for; pieces that are missing are not entered yet.",
        [61] = "This network may hold no classified documents to be compiled.",
    };

    [Fact]
    public void Every_case_is_named_by_a_test() => Cases.Except(NamedIn("regulations", "procedures", "document")).ShouldBeEmpty();

    [Fact]
    public void Every_case_that_a_call_can_come_to_is_proved_through_the_service() => Cases.Except(NamedIn("document")).ShouldBe(OfTheRulesAlone.Keys);

    [Fact]
    public void A_case_that_nobody_names_is_found() => Named("// Rulebook case 44: three days\n// cases 1 and 2.\n[\"7: a report\"] = \"99: no\"").ShouldBe([44, 1, 2, 7]);

    private static IEnumerable<int> NamedIn(params IEnumerable<string> folders) => folders
        .SelectMany(f => Directory.GetFiles(RepositoryFiles.Path($"tests/{f}"), "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.EndsWith($"{nameof(RulebookCasesTests)}.cs", StringComparison.Ordinal))
        .SelectMany(f => Named(File.ReadAllText(f)));

    private static IEnumerable<int> Named(string source) => Comment().Matches(source).SelectMany(c => Number().Matches(c.Groups[1].Value))
        .Concat(Draft().Matches(source).SelectMany(d => Number().Matches(d.Groups[1].Value)))
        .Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"//.*?\bcases? (\d+(?:(?:, | and )\d+)*)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\[""(\d+): ")]
    private static partial Regex Draft();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
