using System.Globalization;
using System.Text;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Tests.Training;
using Backoffice.Proofreading.Texts;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>docs/proofreading.md is what is measured; `make proofreading` writes it.</summary>
public sealed class PublishedFiguresTests
{
    private const string Page = "docs/proofreading.md";

    [Fact]
    public void The_published_figures_of_the_held_out_sentences_are_those_measured()
    {
        var page = File.ReadAllText(RepositoryFiles.Path(Page));
        foreach (var set in Sources.Sets)
        {
            var tally = Tally.Of(HeldOut(set));
            page.ShouldContain(tally.Row(set), customMessage: "`make proofreading` measures anew");
            // An office does not forgive false alarms.
            tally.Precision(Certainty.Error).ShouldBeGreaterThan(0.9, set);
            tally.Precision(Certainty.Hint).ShouldBeGreaterThan(0.8, set);
            var doublings = Doublings.Of(HeldOut(set));
            page.ShouldContain(doublings.Row(set), customMessage: "`make proofreading` measures anew");
            doublings.Precision.ShouldBeGreaterThan(0.97, set);
        }
    }

    [Fact]
    public void The_page_is_up_to_date_and_explains_each_kind_of_finding_on_published_documents()
    {
        Assert.SkipUnless(Sources.AreHere, "the collection of real documents is not beside the repository");
        var page = Write();
        Snapshot.Match(Page, page);
        page.ShouldNotContain("NOT EXPLAINED");
    }

    private static IEnumerable<Sentence> HeldOut(string set) =>
        File.ReadLines(RepositoryFiles.Path($"tests/data/proofreading/held-out.{set}.tsv")).Select(r => r.Split('\t')).Select(c => new Sentence(c[0], c[1]));

    private static string Write()
    {
        var documents = PublishedDocument.Read();
        var held = documents.Where(d => Sources.IsHeldOut(d.Id)).ToArray();
        var characters = held.Sum(d => d.Body.Length);
        var spelling = held.SelectMany(d => Proofreader.Read(new ProofText { Title = d.Title, Body = d.Body }, Background.None)).Where(f => f.Kind is FindingKind.Character or FindingKind.Phrase).ToArray();
        var page = new StringBuilder(File.ReadAllText(RepositoryFiles.Path("tests/proofreading/Figures/page.md")));
        return page
            .Replace("{sentences}", string.Join('\n', Sources.Sets.Select(s => Tally.Of(HeldOut(s)).Row(s))))
            .Replace("{doubled}", string.Join('\n', Sources.Sets.Select(s => Doublings.Of(HeldOut(s)).Row(s))))
            .Replace("{held}", held.Length.ToString(CultureInfo.InvariantCulture))
            .Replace("{characters}", characters.ToString("N0", CultureInfo.InvariantCulture))
            .Replace("{errors}", PerThousand(spelling.Count(f => f.Certainty == Certainty.Error)))
            .Replace("{hints}", PerThousand(spelling.Count(f => f.Certainty == Certainty.Hint)))
            .Replace("{documents}", documents.Count.ToString(CultureInfo.InvariantCulture))
            .Replace("{all}", documents.Sum(d => d.Body.Length).ToString("N0", CultureInfo.InvariantCulture))
            .Replace("{form}", string.Join('\n', RuleFindings.OfForm(documents)))
            .Replace("{judged}", RuleFindings.OfRuleBookHeld(documents).ToString(CultureInfo.InvariantCulture))
            .Replace("{rulebook}", string.Join('\n', RuleFindings.OfRuleBook(documents)))
            .ToString();

        string PerThousand(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} ({1000.0 * count / characters:0.00} per 1,000 characters)");
    }
}
