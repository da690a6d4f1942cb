using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class ComparisonTests
{
    private static readonly string[] Pieces = ["民", "政", "局", "\n", "\r\n", "。", " ", "𠮷", "𠮶"];

    // Few characters, so that texts have much in common; two of them outside the basic plane, sharing their first half.
    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].List[0, 40].Select(picks => string.Concat(picks.Select(i => Pieces[i])));

    [Fact]
    public void Kept_and_removed_are_the_older_text_and_kept_and_added_the_newer() =>
        Gen.Select(Text, Text).Sample((older, newer) =>
        {
            var runs = Comparison.Of("body", older, newer);
            return Of(runs, DifferenceKind.Removed) == older && Of(runs, DifferenceKind.Added) == newer;
        });

    [Fact]
    public void A_change_of_one_character_shows_that_character_alone_and_whole()
    {
        Comparison.Of("body", "住户𠮷某\n二", "住户𠮶某\n二").Select(d => (d.Kind, d.Text)).ShouldBe(
            [(DifferenceKind.Kept, "住户"), (DifferenceKind.Removed, "𠮷"), (DifferenceKind.Added, "𠮶"), (DifferenceKind.Kept, "某\n"), (DifferenceKind.Kept, "二")]);
    }

    [Fact]
    public void A_long_passage_is_shown_whole()
    {
        var (older, newer) = (new string('甲', 3_000), new string('乙', 3_000));
        Comparison.Of("body", older, newer).Select(d => (d.Kind, d.Text)).ShouldBe([(DifferenceKind.Removed, older), (DifferenceKind.Added, newer)]);
    }

    private static string Of(IReadOnlyList<Difference> runs, DifferenceKind changed) =>
        string.Concat(runs.Where(r => r.Kind == DifferenceKind.Kept || r.Kind == changed).Select(r => r.Text));
}
