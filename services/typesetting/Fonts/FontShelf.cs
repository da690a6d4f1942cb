using System.Collections.Concurrent;
using System.Text;

namespace Backoffice.Typesetting.Fonts;

/// <summary>The fonts that are there, and which of them sets a character in a face.</summary>
public sealed class FontShelf : IDisposable
{
    private static readonly string[] Extensions = [".ttf", ".ttc", ".otf", ".otc"];

    private readonly FontPreferences _preferences;
    private readonly Lazy<Dictionary<string, FontFile>> _files;
    private readonly ConcurrentDictionary<FontFile, Lazy<Font>> _open = new();
    private readonly ConcurrentDictionary<Face, IReadOnlyList<Font>> _chains = new();

    /// <summary>The folders are read when a font is first asked for.</summary>
    public FontShelf(FontPreferences preferences) => (_preferences, _files) = (preferences, new(Find));

    /// <summary>The families that are there.</summary>
    public IReadOnlyCollection<string> Families => _files.Value.Keys;

    /// <summary>The family a face should be set in: the first of its list that is there, else the first of all.</summary>
    internal string WantedFor(Face face) => _preferences.Families[face].FirstOrDefault(_files.Value.ContainsKey) ?? StandardFor(face);

    /// <summary>The family that the face is set in wherever all fonts are there.</summary>
    internal string StandardFor(Face face) => _preferences.Families[face][0];

    /// <summary>The font that sets a character in a face, the face's own if it has it; null when none has.</summary>
    internal Font? For(Face face, Rune character)
    {
        foreach (var font in _chains.GetOrAdd(face, ChainOf))
            if (font.Has(character))
                return font;
        return null;
    }

    /// <summary>The font that sets the face in general; null when there is none.</summary>
    internal Font? For(Face face) => _chains.GetOrAdd(face, ChainOf) is [var first, ..] ? first : null;

    internal bool IsProper(Face face, Font font) => _preferences.Families[face].Any(f => font.File.Names.Contains(f, StringComparer.OrdinalIgnoreCase));

    public void Dispose()
    {
        foreach (var font in _open.Values.Where(f => f.IsValueCreated))
            font.Value.Dispose();
    }

    private Dictionary<string, FontFile> Find()
    {
        var files = new Dictionary<string, FontFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in _preferences.Folders.Where(Directory.Exists).SelectMany(FilesIn).SelectMany(FontFile.In))
            foreach (var name in file.Names)
                if (!files.TryGetValue(name, out var other) || !other.IsRegular && file.IsRegular)
                    files[name] = file;
        return files;
    }

    private IReadOnlyList<Font> ChainOf(Face face) =>
        [.. _preferences.Families[face].Concat(_preferences.Substitutes[face]).Where(_files.Value.ContainsKey).Select(f => _files.Value[f]).Distinct().Select(Open)];

    private Font Open(FontFile file) => _open.GetOrAdd(file, f => new Lazy<Font>(() => new Font(f))).Value;

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
}
