using Backoffice.Proofreading.Characters;
using Backoffice.Proofreading.Tests.Training;
using Xunit;

namespace Backoffice.Proofreading.Tests;

public sealed class ModelTests
{
    [Fact]
    public void Try()
    {
        var maker = new ModelMaker();
        var weights = maker.Fit();
        foreach (var set in new[] { "odw", "law" })
            Measure(set, maker, weights, Sources.Sentences(set).Where(s => Sources.IsHeldOut(s.Right)).ToList());
        var docs = Sources.Documents().Where(d => Sources.IsHeldOut(d.Id)).SelectMany(d => d.Body.Split('\n')).ToList();
        Measure("docs", maker, weights, docs.Select(d => new Sentence(d, d)).ToList());
    }

    private static void Measure(string set, ModelMaker maker, double[] weights, List<Sentence> sentences)
    {
        var evidence = new Evidence(maker.Counts);
        var row = new double[Evidence.Size];
        var t = System.Diagnostics.Stopwatch.StartNew();
        var found = new List<(double P, bool Place, bool Right, bool Clean, string Say)>();
        var (errors, home, possible, chars) = (0, 0, 0, 0);
        foreach (var s in sentences)
        {
            var line = new Line(s.Wrong);
            chars += s.Wrong.Length;
            for (var at = 1; at < line.Length - 1; at++)
            {
                var old = line.Units[at];
                if (!Line.IsHan(old)) continue;
                var gold = s.Right[line.OffsetOf(at)];
                if (gold != old) errors++;
                if (evidence.IsAtHome(line.Units, at)) { if (gold != old) home++; continue; }
                var standing = evidence.Of(line.Units, at);
                var best = (P: 0.0, C: ' ');
                foreach (var (other, likeness) in maker.Confusions.Of(old))
                {
                    line.Units[at] = other;
                    if (evidence.IsPossible(line.Units, at))
                    {
                        if (gold == other) possible++;
                        Evidence.Fill(row, standing, evidence.Of(line.Units, at), likeness);
                        var sum = 0.0;
                        for (var f = 0; f < row.Length; f++) sum += weights[f] * row[f];
                        var p = 1 / (1 + Math.Exp(-sum));
                        if (p > best.P) best = (p, other);
                    }
                    line.Units[at] = old;
                }
                if (best.P > 0.2)
                    found.Add((best.P, gold != old, gold == best.C, s.Wrong == s.Right, $"{best.P:0.00} {old}>{best.C} ({gold}) {s.Wrong[Math.Max(0, line.OffsetOf(at) - 8)..Math.Min(s.Wrong.Length, line.OffsetOf(at) + 8)]}"));
            }
        }
        Console.WriteLine($"{set}: {errors} errors, at home {home}, candidate {possible}, {chars} chars, {t.ElapsedMilliseconds} ms");
        foreach (var threshold in new[] { 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98 })
        {
            var f = found.Where(x => x.P >= threshold).ToList();
            Console.WriteLine($"  {threshold}: found {f.Count}, place P {100.0 * f.Count(x => x.Place) / Math.Max(1, f.Count):0.0} R {100.0 * f.Count(x => x.Place) / Math.Max(1, errors):0.0}; right P {100.0 * f.Count(x => x.Right) / Math.Max(1, f.Count):0.0} R {100.0 * f.Count(x => x.Right) / Math.Max(1, errors):0.0}; false on clean {f.Count(x => x.Clean)} false {f.Count(x => !x.Place)}");
        }
        foreach (var f in found.Where(x => !x.Place && x.P > 0.8).Take(40))
            Console.WriteLine("   " + f.Say);
    }
}
