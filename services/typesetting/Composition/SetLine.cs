using System.Text;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Composition;

/// <summary>A character in its place on a line.</summary>
/// <param name="X">Origin from the left edge of the text block, in millimetres.</param>
internal readonly record struct SetCharacter(Rune Rune, Face Face, double X, double Width);

/// <summary>One line as it will stand.</summary>
internal sealed record SetLine(IReadOnlyList<SetCharacter> Characters)
{
    public double Left => Characters.Count == 0 ? 0 : Characters[0].X;

    public double Right => Characters.Count == 0 ? 0 : Characters[^1].X + Characters[^1].Width;

    public SetLine Shifted(double by) => new([.. Characters.Select(c => c with { X = c.X + by })]);
}
