using System.Collections.Concurrent;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using HbFace = HarfBuzzSharp.Face;

namespace Backoffice.Typesetting.Fonts;

/// <summary>An opened font: what characters it has, how wide they are, and subsets of it.</summary>
internal sealed class Font : IDisposable
{
    // Measured at this size and scaled: the widths are those of the outlines, not of a screen.
    private const float MeasuringSize = 1000;

    private readonly ConcurrentDictionary<int, Measure> _measures = new();
    private readonly Blob _blob;
    private readonly HbFace _face;
    private readonly Lazy<nint> _prepared;

    public Font(FontFile file)
    {
        File = file;
        Typeface = SKTypeface.FromFile(file.Path, file.Index) ?? throw new InvalidDataException($"{file.Path} is no font that can be read.");
        _blob = Blob.FromFile(file.Path);
        _face = new HbFace(_blob, file.Index);
        _prepared = new(() => HarfBuzz.Preprocess(_face.Handle));
    }

    public FontFile File { get; }

    public string Family => File.Family;

    public SKTypeface Typeface { get; }

    public bool Has(Rune character) => MeasureOf(character).IsThere;

    /// <summary>Advance of a character as a part of the size.</summary>
    public double WidthOf(Rune character) => MeasureOf(character).Width;

    /// <summary>The box of its ink around the origin as parts of the size, y downward.</summary>
    public SKRect InkOf(Rune character) => MeasureOf(character).Ink;

    /// <summary>
    /// A font with these characters only, whose table of characters names them and nothing else. So the file stays small, and a
    /// glyph that also stands for a radical (⼈ and 人) is read back as the character that was written.
    /// </summary>
    public unsafe SKTypeface SubsetOf(IEnumerable<Rune> characters)
    {
        var input = HarfBuzz.CreateInput();
        var set = HarfBuzz.UnicodeSet(input);
        foreach (var character in characters)
            HarfBuzz.AddToSet(set, (uint)character.Value);
        var subset = HarfBuzz.Subset(_prepared.Value, input);
        HarfBuzz.DestroyInput(input);
        if (subset == 0)
            throw new InvalidDataException($"No subset can be taken of {Family} ({File.Path}).");
        var blob = HarfBuzz.BlobOf(subset);
        try
        {
            var data = HarfBuzz.DataOf(blob, out var length);
            using var copy = SKData.CreateCopy((nint)data, length);
            return SKTypeface.FromData(copy);
        }
        finally
        {
            HarfBuzz.DestroyBlob(blob);
            HarfBuzz.DestroyFace(subset);
        }
    }

    public void Dispose()
    {
        if (_prepared.IsValueCreated)
            HarfBuzz.DestroyFace(_prepared.Value);
        _face.Dispose();
        _blob.Dispose();
        Typeface.Dispose();
    }

    private Measure MeasureOf(Rune character) => _measures.GetOrAdd(character.Value, value =>
    {
        using var font = new SKFont(Typeface, MeasuringSize) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        var glyph = font.GetGlyph(value);
        var width = font.GetGlyphWidths([glyph], out var ink)[0];
        return new Measure(
            glyph != 0,
            width / MeasuringSize,
            new SKRect(ink[0].Left / MeasuringSize, ink[0].Top / MeasuringSize, ink[0].Right / MeasuringSize, ink[0].Bottom / MeasuringSize));
    });

    private readonly record struct Measure(bool IsThere, double Width, SKRect Ink);
}
