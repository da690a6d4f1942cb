using System.Globalization;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Tests.Training;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>What was found of the wrong characters in sentences of which the right form is known.</summary>
internal sealed class Tally
{
    private int _sentences;
    private int _characters;
    private int _wrong;
    private int _clean;
    private readonly List<(Certainty Certainty, bool Place, bool Suggestion, bool OfClean)> _found = [];

    public static Tally Of(IEnumerable<Sentence> sentences)
    {
        var tally = new Tally();
        foreach (var sentence in sentences)
            tally.Add(sentence);
        return tally;
    }

    /// <summary>A row of the published table.</summary>
    public string Row(string set) => string.Create(
        CultureInfo.InvariantCulture, $"| {set} | {_sentences:N0} | {_characters:N0} | {_wrong} | {Shares(Certainty.Error)} | {Shares(Certainty.Hint)} | {FalsePerThousand(Certainty.Error):0.00} / {FalsePerThousand(Certainty.Hint):0.00} |");

    /// <summary>Share of findings that are right about the place, from this certainty on.</summary>
    public double Precision(Certainty from) => Share(Found(from).Count(f => f.Place), Found(from).Length);

    private string Shares(Certainty from)
    {
        var found = Found(from);
        return string.Create(CultureInfo.InvariantCulture, $"{found.Length} | {Percent(Precision(from))} | {Percent(Share(found.Count(f => f.Place), _wrong))} | {Percent(Share(found.Count(f => f.Suggestion), found.Length))}");
    }

    private double FalsePerThousand(Certainty from) => 1000.0 * Found(from).Count(f => f.OfClean) / _clean;

    private (Certainty Certainty, bool Place, bool Suggestion, bool OfClean)[] Found(Certainty from) => [.. _found.Where(f => f.Certainty >= from)];

    private void Add(Sentence sentence)
    {
        _sentences++;
        _characters += sentence.Wrong.Length;
        _wrong += sentence.Wrong.Zip(sentence.Right).Count(p => p.First != p.Second);
        var clean = sentence.Wrong == sentence.Right;
        _clean += clean ? sentence.Wrong.Length : 0;
        foreach (var finding in Proofreader.Read(new ProofText { Body = sentence.Wrong }, Background.None).Where(f => f.Kind is FindingKind.Character or FindingKind.Phrase))
        {
            var (offset, length) = (finding.Place.Offset, finding.Place.Length);
            var right = sentence.Right.Substring(offset, length);
            _found.Add((finding.Certainty, right != finding.Found, right == finding.Suggestion, clean));
        }
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
