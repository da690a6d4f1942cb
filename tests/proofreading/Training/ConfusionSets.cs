using System.Text.Json;
using Backoffice.Proofreading.Characters;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>Joins the given lists of characters that sound or look alike, and those whose sounds are near by the words' pinyin.</summary>
internal static class ConfusionSets
{
    // Initials and finals that speakers and input methods take for each other.
    private static readonly (string From, string To)[] Near = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("h", "f")];

    public static Confusions Read(ISet<char> known)
    {
        var pairs = new Dictionary<(char, char), Likeness>();
        AddJson("confusion-sound.json", Likeness.Sound);
        AddJson("confusion-shape.json", Likeness.Shape);
        foreach (var row in Sources.Rows("proofreading/same-pinyin.tsv").Where(r => !r.StartsWith('#')))
        {
            var columns = row.Split('\t');
            foreach (var other in string.Concat(columns.Skip(1)))
                Add(columns[0][0], other, Likeness.Sound);
        }
        foreach (var row in Sources.Rows("proofreading/same-stroke.tsv"))
            foreach (var a in row.Split('\t'))
                foreach (var b in row.Split('\t'))
                    Add(a[0], b[0], Likeness.Shape);
        var sounds = Sounds();
        foreach (var alike in sounds.GroupBy(s => s.Value))
            AddAll([.. alike.Select(s => s.Key)], Likeness.Sound);
        foreach (var near in sounds.GroupBy(s => NearOf(s.Value)))
            AddAll([.. near.Select(s => s.Key)], Likeness.NearSound);
        return new(pairs.GroupBy(p => p.Key.Item1).ToDictionary(
            g => g.Key, g => (IReadOnlyList<(char, Likeness)>)[.. g.Select(p => (p.Key.Item2, p.Value)).OrderBy(p => p.Item1)]));

        void AddJson(string file, Likeness likeness)
        {
            foreach (var (character, others) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(Sources.Folder, "proofreading", file)))!)
                foreach (var other in others)
                    if (character.Length == 1 && other.Length == 1)
                        Add(character[0], other[0], likeness);
        }

        void AddAll(char[] alike, Likeness likeness)
        {
            foreach (var a in alike)
                foreach (var b in alike)
                    Add(a, b, likeness);
        }

        void Add(char a, char b, Likeness likeness)
        {
            if (a == b || !known.Contains(a) && !known.Contains(b))
                return;
            if (known.Contains(b))
                pairs[(a, b)] = pairs.GetValueOrDefault((a, b)) | likeness;
            if (known.Contains(a))
                pairs[(b, a)] = pairs.GetValueOrDefault((b, a)) | likeness;
        }
    }

    private static Dictionary<char, string> Sounds()
    {
        var seen = new Dictionary<(char, string), int>();
        foreach (var columns in Sources.Rows("proofreading/terms-official-writing.tsv").Select(r => r.Split('\t')).Where(c => c.Length > 1))
        {
            var syllables = columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; syllables.Length == columns[0].Length && i < syllables.Length; i++)
                seen[(columns[0][i], syllables[i])] = seen.GetValueOrDefault((columns[0][i], syllables[i])) + 1;
        }
        return seen.GroupBy(s => s.Key.Item1).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Value).Key.Item2);
    }

    private static string NearOf(string sound) => Near.Aggregate(sound, (s, n) => s.Replace(n.From, n.To, StringComparison.Ordinal));
}
