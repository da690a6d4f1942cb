namespace Backoffice.Regulations.Documents;

/// <summary>Reads the lists of organs that documents print as 主送 and 抄送.</summary>
public static class Recipients
{
    /// <summary>The organs of a printed list. What stands in brackets belongs to its organ: 各县（市、区）民政局 is one.</summary>
    public static IReadOnlyList<string> Split(string printed)
    {
        var (names, start, depth) = (new List<string>(), 0, 0);
        for (var i = 0; i < printed.Length; i++)
        {
            if (printed[i] is '（' or '(' or '〔' or '[')
                depth++;
            else if (printed[i] is '）' or ')' or '〕' or ']')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && printed[i] is ('、' or '，' or ',' or '；' or ';' or '\n'))
                Add(i);
        }
        Add(printed.Length);
        return names;

        void Add(int end)
        {
            // The colon after the main recipients and the full stop after the copies are print, not name.
            if (printed[start..end].Trim().TrimEnd('：', ':', '。', '.') is { Length: > 0 } name)
                names.Add(name);
            start = end + 1;
        }
    }
}
