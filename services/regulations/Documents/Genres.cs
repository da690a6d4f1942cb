using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>The Chinese words of the kinds of document.</summary>
public static class Genres
{
    // The longer word of one kind before the shorter.
    private static readonly (string Word, Genre Genre)[] Words =
    [
        ("决议", Genre.Resolution), ("决定", Genre.Decision), ("命令", Genre.Order), ("令", Genre.Order), ("公报", Genre.Communique),
        ("公告", Genre.Announcement), ("通告", Genre.PublicNotice), ("意见", Genre.Opinion), ("通知", Genre.Notice), ("通报", Genre.Circular),
        ("报告", Genre.Report), ("请示", Genre.Request), ("批复", Genre.Reply), ("议案", Genre.Motion), ("函", Genre.Letter), ("纪要", Genre.Minutes),
    ];

    private static readonly string[] OfficeTexts = ["方案", "总结", "简报", "讲话", "汇报", "要点", "计划", "大事记", "办法", "细则", "规定", "规则", "制度"];

    // Two kinds run together, the most frequent slip: neither of them is meant clearly.
    private static readonly string[] Mixtures = ["请示报告", "请示函", "报告函", "通知函", "意见函", "请示意见"];

    /// <exception cref="FormatException">The text is not one of the words of 条例 第8条.</exception>
    public static Genre Parse(string text) => TryParse(text, out var genre) ? genre : throw new FormatException($"\"{text}\" is no kind of official document.");

    public static bool TryParse(string text, out Genre genre)
    {
        genre = Array.Find(Words, w => w.Word == text).Genre;
        return genre != Genre.None;
    }

    /// <summary>The word a title ends with; 事务文书 for what is no statutory kind, and nothing for nothing.</summary>
    public static string ToChinese(this Genre genre) => genre == Genre.OfficeText ? "事务文书" : Array.Find(Words, w => w.Genre == genre).Word ?? "";

    /// <summary>The kind a title ends with; null if with none, or with a mixture of two.</summary>
    public static Genre? OfTitle(string title)
    {
        var end = WithoutSuffix(title);
        if (Mixtures.Any(m => end.EndsWith(m, StringComparison.Ordinal)))
            return null;
        var found = Array.Find(Words, w => end.EndsWith(w.Word, StringComparison.Ordinal)).Genre;
        return found == Genre.None ? null : found;
    }

    /// <summary>What rule DOC-G00 has to say of a printed kind; null if it is one of the fifteen.</summary>
    public static Finding? Check(string printed) => TryParse(printed, out _) ? null : new(
        "DOC-G00",
        nameof(Genre),
        $"“{printed}”不是法定公文种类",
        $"\"{printed}\" is no statutory kind of document")
    {
        Measured = printed,
        Suggestion = OfficeTexts.Contains(printed) ? $"以“通知”行文，“{printed}”作为附件印发" : "从15种法定文种中选用一种",
    };

    // （试行）, （征求意见稿） and the like follow the kind.
    private static string WithoutSuffix(string title)
    {
        var end = title.Trim();
        while (end.EndsWith('）') && end.LastIndexOf('（') is var open and >= 0)
            end = end[..open].TrimEnd();
        return end;
    }
}
