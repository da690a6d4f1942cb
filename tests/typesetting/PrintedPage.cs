using Backoffice.Typesetting.Images;
using Backoffice.Typesetting.Layout;
using SkiaSharp;

namespace Backoffice.Typesetting.Tests;

/// <summary>A page as an image, measured in millimetres as one would with a ruler.</summary>
internal sealed class PrintedPage
{
    /// <summary>Pixels a millimetre.</summary>
    private const double Fine = 20;

    private readonly double _perMillimetre;
    private readonly SKColor[] _pixels;
    private readonly int _width;
    private readonly int _height;

    public PrintedPage(LaidOutDocument document, int page)
        : this(new PageImage(Setters.Shelf).Write(document, page, (int)Math.Round(Fine * 25.4)), Fine)
    {
    }

    public PrintedPage(byte[] png, double perMillimetre)
    {
        _perMillimetre = perMillimetre;
        using var bitmap = SKBitmap.Decode(png);
        (_pixels, _width, _height) = (bitmap.Pixels, bitmap.Width, bitmap.Height);
    }

    public static bool IsRed(SKColor c) => c.Red > 150 && c.Green < 120 && c.Blue < 120;

    public static bool IsBlack(SKColor c) => c.Red < 120 && c.Green < 120 && c.Blue < 120;

    public double Width => _width / _perMillimetre;

    public double Height => _height / _perMillimetre;

    /// <summary>The box of the ink within a part of the page: left, top, right, bottom.</summary>
    public (double Left, double Top, double Right, double Bottom) InkIn(Func<SKColor, bool> ink, double left = 0, double top = 0, double right = Paper.Width, double bottom = Paper.Height)
    {
        var (l, t, r, b) = (int.MaxValue, int.MaxValue, -1, -1);
        for (var y = (int)(top * _perMillimetre); y < Math.Min(_height, (int)(bottom * _perMillimetre)); y++)
            for (var x = (int)(left * _perMillimetre); x < Math.Min(_width, (int)(right * _perMillimetre)); x++)
                if (ink(_pixels[y * _width + x]))
                    (l, t, r, b) = (Math.Min(l, x), Math.Min(t, y), Math.Max(r, x + 1), Math.Max(b, y + 1));
        return (l / _perMillimetre, t / _perMillimetre, r / _perMillimetre, b / _perMillimetre);
    }

    /// <summary>Horizontal rules of one ink: where they begin and end, upper edge and thickness.</summary>
    public IReadOnlyList<(double Left, double Right, double Top, double Thickness)> Rules(Func<SKColor, bool> ink)
    {
        const double shortest = 140;
        var rules = new List<(double, double, double, double)>();
        (int Left, int Right, int Top)? open = null;
        for (var y = 0; y <= _height; y++)
        {
            var run = y < _height ? LongestRun(ink, y) : default;
            if (run.Length >= shortest * _perMillimetre)
                open ??= (run.Left, run.Left + run.Length, y);
            else if (open is { } rule)
            {
                rules.Add((rule.Left / _perMillimetre, rule.Right / _perMillimetre, rule.Top / _perMillimetre, (y - rule.Top) / _perMillimetre));
                open = null;
            }
        }
        return rules;
    }

    private (int Left, int Length) LongestRun(Func<SKColor, bool> ink, int y)
    {
        var (best, start) = ((Left: 0, Length: 0), -1);
        for (var x = 0; x <= _width; x++)
            if (x < _width && ink(_pixels[y * _width + x]))
                start = start < 0 ? x : start;
            else if (start >= 0)
            {
                best = x - start > best.Length ? (start, x - start) : best;
                start = -1;
            }
        return best;
    }
}
