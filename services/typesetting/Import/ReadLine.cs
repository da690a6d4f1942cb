using Backoffice.Typesetting.Composition;

namespace Backoffice.Typesetting.Import;

/// <summary>A line as it was read from a file.</summary>
/// <param name="Element">What its paragraph style says it is; null where the style says nothing.</param>
/// <param name="IsCentred">Titles are, and texts are not.</param>
internal sealed record ReadLine(string Text, Element? Element = null, bool IsCentred = false)
{
    /// <summary>Without the blanks around it.</summary>
    public string Words => Text.Trim();

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
