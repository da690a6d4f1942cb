namespace Backoffice.Typesetting.Fonts;

/// <summary>
/// Which families each face may be set in: those that are the face, and what stands in for it where none is installed. The
/// standard's own faces are licensed and never come with the program; an office names the folder of those it holds.
/// </summary>
public sealed record FontPreferences
{
    // TrueType before CFF: the writer embeds outlines of the first as a font, of the second as drawings.
    private static readonly string[] AnySong =
        ["SimSun", "宋体", "NSimSun", "STSong", "Songti SC", "FandolSong", "AR PL SungtiL GB", "AR PL UMing CN", "Source Han Serif SC", "Noto Serif CJK SC"];

    private static readonly string[] Anything =
        ["WenQuanYi Zen Hei", "Droid Sans Fallback", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Sans Symbols2", "DejaVu Sans"];

    /// <summary>Folders with fonts, searched with those below them.</summary>
    public IReadOnlyList<string> Folders { get; init; } = ["/usr/share/fonts", "/usr/local/share/fonts", @"C:\Windows\Fonts", "/Library/Fonts", "/System/Library/Fonts"];

    /// <summary>Families that are the face, by face, the preferred first.</summary>
    public IReadOnlyDictionary<Face, IReadOnlyList<string>> Families { get; init; } = new Dictionary<Face, IReadOnlyList<string>>
    {
        [Face.FangSong] = ["FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong", "华文仿宋", "FZFangSong-Z02S", "方正仿宋_GBK", "FandolFang"],
        [Face.XiaoBiaoSong] = ["FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "方正小标宋_GBK", "STZhongsong", "华文中宋"],
        [Face.Hei] = ["SimHei", "黑体", "STHeiti", "Heiti SC", "FandolHei", "WenQuanYi Zen Hei"],
        [Face.Kai] = ["KaiTi", "楷体", "KaiTi_GB2312", "楷体_GB2312", "STKaiti", "Kaiti SC", "FandolKai", "AR PL KaitiM GB", "AR PL UKai CN"],
        [Face.Song] = AnySong,
        [Face.Latin] = ["Times New Roman", "Liberation Serif", "TeX Gyre Termes", "Nimbus Roman"],
    };

    /// <summary>Families that stand in for a face, by face; using one is reported.</summary>
    public IReadOnlyDictionary<Face, IReadOnlyList<string>> Substitutes { get; init; } = new Dictionary<Face, IReadOnlyList<string>>
    {
        [Face.FangSong] = [.. AnySong, .. Anything],
        [Face.XiaoBiaoSong] = ["Source Han Serif SC Bold", "Noto Serif CJK SC Bold", .. AnySong, .. Anything],
        [Face.Hei] = Anything,
        [Face.Kai] = ["LXGW WenKai", .. AnySong, .. Anything],
        [Face.Song] = Anything,
        [Face.Latin] = ["DejaVu Serif", .. AnySong, .. Anything],
    };
}
