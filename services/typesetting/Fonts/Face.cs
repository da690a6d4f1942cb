namespace Backoffice.Typesetting.Fonts;

/// <summary>The faces that GB/T 9704 sets documents in, and the one for Latin letters and figures among them.</summary>
public enum Face
{
    /// <summary>仿宋: the text.</summary>
    FangSong,

    /// <summary>小标宋: mark and title.</summary>
    XiaoBiaoSong,

    /// <summary>黑体: first level, secrecy, urgency.</summary>
    Hei,

    /// <summary>楷体: second level, signer.</summary>
    Kai,

    /// <summary>宋体: page numbers.</summary>
    Song,

    /// <summary>Letters and figures within Chinese text.</summary>
    Latin,
}
