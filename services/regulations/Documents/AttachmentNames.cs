using System.Text.RegularExpressions;

namespace Backoffice.Regulations.Documents;

/// <summary>Names of attachments as the list after the body prints them (附件说明).</summary>
public static partial class AttachmentNames
{
    /// <summary>The names of a printed list, in order: 附件：1.名单 gives 名单.</summary>
    public static IReadOnlyList<string> Split(string printed)
    {
        var list = Label().Replace(printed.Trim(), "", 1);
        return [.. Order().Split(list).Select(n => n.Trim()).Where(n => n.Length > 0)];
    }

    internal static bool EndsWithPunctuation(string name) => Bare(name) != name.Trim();

    /// <summary>The name without what ends a line of the list.</summary>
    public static string Bare(string name) => name.Trim().TrimEnd('；', ';', '。', '，', ',', '、', '：', ':');

    [GeneratedRegex(@"^附件\s*[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // A number opens a name only at the start of a line, so that 2026.1版 stays whole.
    [GeneratedRegex(@"^\s*[0-9]{1,2}[.．、]\s*|\r?\n\s*(?:[0-9]{1,2}[.．、]\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Order();
}
