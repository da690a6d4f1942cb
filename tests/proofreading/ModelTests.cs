using Backoffice.Proofreading.Characters;
using Backoffice.Proofreading.Tests.Training;
using Backoffice.Testing;
using Xunit;

namespace Backoffice.Proofreading.Tests;

public sealed class ModelTests
{
    [Fact]
    public void Make()
    {
        var maker = new ModelMaker();
        var weights = maker.Fit();
        using (var file = File.Create(RepositoryFiles.Path("services/proofreading/Characters/characters.model")))
            CharacterModel.Write(file, maker.Counts.Pack(), maker.Confusions, weights.Quick, weights.Forest);
        File.WriteAllText(RepositoryFiles.Path("services/proofreading/Phrases/phrases.tsv"), maker.Phrases());
        Try();
    }

    [Fact]
    public void Phrases() => File.WriteAllText(RepositoryFiles.Path("services/proofreading/Phrases/phrases.tsv"), new ModelMaker().Phrases());

    [Fact]
    public void Try()
    {
        var t = System.Diagnostics.Stopwatch.StartNew();
        using var from = File.OpenRead(RepositoryFiles.Path("services/proofreading/Characters/characters.model"));
        Console.WriteLine($"{from.Length} bytes");
        var model = CharacterModel.Read(from);
        Console.WriteLine($"read in {t.Elapsed}");
        foreach (var set in new[] { "odw", "law" })
            Measure(set, model, Sources.Sentences(set).Where(s => Sources.IsHeldOut(s.Right)).ToList());
        var docs = Sources.Documents().Where(d => Sources.IsHeldOut(d.Id)).SelectMany(d => d.Body.Split('\n')).ToList();
        Measure("docs", model, docs.Select(d => new Sentence(d, d)).ToList());
    }

    [Fact]
    public void Speed()
    {
        var all = string.Join('\n', Sources.Documents().Where(d => Sources.IsHeldOut(d.Id)).Select(d => d.Body));
        var texts = Enumerable.Range(0, all.Length / 5000).Select(i => new Backoffice.Proofreading.Texts.ProofText { Title = "关于某事的通知", Body = all.Substring(i * 5000, 5000) }).ToArray();
        for (var round = 0; round < 4; round++)
        {
            var times = texts.Select(x => { var t = System.Diagnostics.Stopwatch.GetTimestamp(); Proofreader.Read(x, Background.None); return System.Diagnostics.Stopwatch.GetElapsedTime(t).TotalMilliseconds; }).Order().ToArray();
            Console.WriteLine($"p50 {times[times.Length / 2]:0.0} p95 {times[times.Length * 95 / 100]:0.0}");
        }
        foreach (var (name, f) in Proofreader.Named)
        {
            var w = System.Diagnostics.Stopwatch.StartNew();
            foreach (var x in texts) f(x, Background.None).Count();
            Console.WriteLine($"{name} {w.Elapsed.TotalMilliseconds / texts.Length:0.0}");
        }
        var check = new Misspellings(CharacterModel.Current);
        var t = System.Diagnostics.Stopwatch.StartNew();
        foreach (var x in texts) foreach (var p in x.Body.Split('\n')) check.In(p);
        Console.WriteLine($"spelling {t.ElapsedMilliseconds / (double)texts.Length:0.0}");
        var evidence = new Evidence(CharacterModel.Current.Counts);
        t.Restart();
        var (open, possible) = (0, 0);
        foreach (var x in texts) foreach (var p in x.Body.Split('\n')) { var line = new Line(p); for (var at = 1; at < line.Length - 1; at++) if (Line.IsHan(line.Units[at]) && !evidence.IsAtHome(line.Units, at)) open++; }
        Console.WriteLine($"home {t.ElapsedMilliseconds / (double)texts.Length:0.0} open {open / texts.Length}");
        t.Restart();
        foreach (var x in texts) foreach (var p in x.Body.Split('\n')) { var line = new Line(p); for (var at = 1; at < line.Length - 1; at++) if (Line.IsHan(line.Units[at]) && !evidence.IsAtHome(line.Units, at)) { var o = line.Units[at]; foreach (var (c, _) in CharacterModel.Current.Confusions.Of(o)) { line.Units[at] = c; if (evidence.IsPossible(line.Units, at)) possible++; } line.Units[at] = o; } }
        Console.WriteLine($"possible {t.ElapsedMilliseconds / (double)texts.Length:0.0} {possible / texts.Length}");
    }

    [Fact]
    public void Docs()
    {
        var chars = 0;
        var t = System.Diagnostics.Stopwatch.StartNew();
        var found = new List<(Backoffice.Proofreading.Findings.ProofFinding F, string Say)>();
        foreach (var (id, title, body) in Sources.Documents())
        {
            chars += body.Length;
            var text = new Backoffice.Proofreading.Texts.ProofText { Title = title, Body = body };
            foreach (var f in Proofreader.Read(text, Background.None))
            {
                var w = text.WordingOf(f.Place.Element, f.Place.Item);
                found.Add((f, $"{id} {w[Math.Max(0, f.Place.Offset - 15)..Math.Min(w.Length, f.Place.Offset + f.Place.Length + 12)].Replace('\n', '/')} => {f.Found[..Math.Min(30, f.Found.Length)]} -> {f.Suggestion} {f.MessageZh}"));
            }
        }
        Console.WriteLine($"{chars} chars {t.Elapsed}");
        foreach (var g in found.GroupBy(f => (f.F.Rule.Id, f.F.Kind, f.F.Certainty)).OrderBy(g => g.Key))
        {
            Console.WriteLine($"## {g.Key} {g.Count()}");
            if (g.Key.Id != "DOC-P05")
                foreach (var f in g.Where((_, i) => i % Math.Max(1, g.Count() / 9) == 0).Take(9))
                    Console.WriteLine("    " + f.Say);
        }
    }

    private static void Measure(string set, CharacterModel model, List<Sentence> sentences)
    {
        var check = new Misspellings(model);
        var t = System.Diagnostics.Stopwatch.StartNew();
        var found = new List<(double P, bool Place, bool Right, bool Clean, string Say)>();
        var (errors, chars) = (0, 0);
        foreach (var s in sentences)
        {
            chars += s.Wrong.Length;
            errors += s.Wrong.Zip(s.Right).Count(p => p.First != p.Second);
            foreach (var f in check.In(s.Wrong))
                found.Add((f.Chance, s.Right[f.Offset] != f.Written, s.Right[f.Offset] == f.Meant, s.Wrong == s.Right, $"{f.Chance:0.00} {f.Written}>{f.Meant} ({s.Right[f.Offset]}) {s.Wrong[Math.Max(0, f.Offset - 8)..Math.Min(s.Wrong.Length, f.Offset + 8)]}"));
        }
        Console.WriteLine($"{set}: {errors} errors, {chars} chars, {t.ElapsedMilliseconds} ms");
        foreach (var threshold in new[] { 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95 })
        {
            var f = found.Where(x => x.P >= threshold).ToList();
            Console.WriteLine($"  {threshold}: found {f.Count}, place P {100.0 * f.Count(x => x.Place) / Math.Max(1, f.Count):0.0} R {100.0 * f.Count(x => x.Place) / Math.Max(1, errors):0.0}; right P {100.0 * f.Count(x => x.Right) / Math.Max(1, f.Count):0.0} R {100.0 * f.Count(x => x.Right) / Math.Max(1, errors):0.0}; false on clean {f.Count(x => x.Clean)} false {f.Count(x => !x.Place)}");
        }
        foreach (var f in found.Where(x => !x.Place && x.P > 0.7).Take(40))
            Console.WriteLine("   " + f.Say);
    }
}
