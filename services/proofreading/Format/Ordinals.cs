namespace Backoffice.Proofreading.Format;

/// <summary>Chinese ordinals up to ninety-nine.</summary>
internal static class Ordinals
{
    private const string Figures = "一二三四五六七八九";

    /// <summary>0 for what is none.</summary>
    public static int Parse(string ordinal) => ordinal.IndexOf('十', StringComparison.Ordinal) switch
    {
        < 0 => ordinal.Length == 1 ? Figures.IndexOf(ordinal, StringComparison.Ordinal) + 1 : 0,
        var ten => 10 * (ten == 0 ? 1 : Figures.IndexOf(ordinal[0], StringComparison.Ordinal) + 1) + (ten + 1 < ordinal.Length ? Figures.IndexOf(ordinal[ten + 1], StringComparison.Ordinal) + 1 : 0),
    };

    public static string Print(int ordinal) =>
        $"{(ordinal >= 20 ? Figures[(ordinal / 10) - 1] : "")}{(ordinal >= 10 ? "十" : "")}{(ordinal % 10 > 0 ? Figures[(ordinal % 10) - 1] : "")}";
}
