using System.Buffers;
using System.Globalization;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Tests.Training;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Tests.Figures;

/// <summary>What is found of characters written twice: in each sentence, in its right form, the first of those that carry grammar is doubled.</summary>
internal sealed class Doublings
{
    private static readonly SearchValues<char> Grammar = SearchValues.Create("的了和与及或在将为以于由并其各而从向被则之应要");

    private int _doubled;
    private int _found;
    private int _false;

    public static Doublings Of(IEnumerable<Sentence> sentences)
    {
        var tally = new Doublings();
        foreach (var right in sentences.Select(s => s.Right).Distinct())
            tally.Add(right);
        return tally;
    }

    public double Precision => _found + _false == 0 ? 1 : (double)_found / (_found + _false);

    /// <summary>A row of the published table.</summary>
    public string Row(string set) => string.Create(CultureInfo.InvariantCulture, $"| {set} | {_doubled} | {_found} | {100 * Precision:0.0} % | {100.0 * _found / _doubled:0.0} % |");

    private void Add(string right)
    {
        _false += In(right).Length;
        if (right.AsSpan().IndexOfAny(Grammar) is not (>= 0 and var at))
            return;
        _doubled++;
        var found = In(right.Insert(at, right[at].ToString()));
        _found += Array.Exists(found, f => f.Place.Offset <= at + 1 && at <= f.Place.Offset + f.Place.Length) ? 1 : 0;
    }

    private static ProofFinding[] In(string sentence) =>
        [.. Proofreader.Read(new ProofText { Body = sentence }, Background.None).Where(f => f.Kind == FindingKind.Repetition || f.Kind == FindingKind.Phrase && f.Rule.Id == "DOC-P05")];
}
