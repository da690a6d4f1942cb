using System.Text;

namespace Backoffice.Typesetting.Composition;

/// <summary>
/// How badly a line end between two characters of a title would tear a word. There is no dictionary: pairs of characters that
/// return in the document are words of it, and the words that titles are built from are few.
/// </summary>
internal sealed class Words
{
    private const double Forbidden = 1000;
    private const double Torn = 10;
    private const double Doubtful = 3;

    // 关于…的通知: what titles are built from, so that none of it is torn even in a short document.
    private static readonly string[] OfTitles =
    [
        "关于", "印发", "转发", "批转", "发布", "公布", "废止", "修改", "调整", "授予", "表彰", "成立", "召开", "举办", "开展", "做好", "加强", "进一步", "推进", "推动", "促进",
        "深化", "完善", "规范", "建立", "健全", "落实", "贯彻", "实施", "组织", "管理", "工作", "服务", "建设", "发展", "改革", "安全", "生产", "监督", "检查", "考核", "评价",
        "保障", "保护", "救助", "养老", "社会", "经济", "文化", "教育", "卫生", "环境", "生态", "资源", "农村", "农业", "城市", "城乡", "居民", "群众", "企业", "事业", "单位",
        "机关", "机构", "部门", "政府", "人民", "国家", "全国", "中央", "地方", "办公厅", "办公室", "委员会", "领导小组", "方案", "规划", "计划", "办法", "规定", "条例", "细则",
        "制度", "标准", "意见", "通知", "通报", "决定", "公告", "通告", "报告", "请示", "批复", "议案", "纪要", "命令", "试行", "暂行", "若干", "有关", "问题", "情况", "事项",
        "措施", "任务", "分工", "行动", "活动", "会议", "年度", "重点", "综合", "专项", "治理", "整治", "防治", "防控", "应急", "预案", "处置", "审批", "行政", "许可", "执法",
        "干部", "人员", "职工", "资金", "项目", "预算", "财政", "税收", "价格", "市场", "质量", "技术", "科技", "创新", "信息", "公开", "数据", "统计", "调查", "试点", "示范",
    ];

    private readonly Dictionary<string, int> _pairs = [];
    private readonly Dictionary<Rune, int> _single = [];

    public Words(string text)
    {
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            _single[rune] = _single.GetValueOrDefault(rune) + 1;
            if (before is { } first)
                _pairs[$"{first}{rune}"] = _pairs.GetValueOrDefault($"{first}{rune}") + 1;
            before = rune;
        }
    }

    /// <summary>The cost of a line end before each character of a title; what is impossible costs most.</summary>
    /// <param name="organs">Names that are best left whole.</param>
    public double[] CostsOf(IReadOnlyList<Rune> title, IReadOnlyList<string> organs)
    {
        var costs = new double[title.Count];
        for (var i = 1; i < title.Count; i++)
            costs[i] = CostOf(title[i - 1], title[i]);
        var text = string.Concat(title);
        if (text.Length != title.Count)
            return costs;
        foreach (var word in OfTitles)
            Whole(text, word, costs, Torn, after: 2);
        foreach (var organ in organs)
            Whole(text, organ, costs, Doubtful, after: 0);
        return costs;
    }

    private double CostOf(Rune before, Rune after)
    {
        if (!LineBreaker.MayBreak(before, after) || !Ruler.IsWide(before) && !Ruler.IsWide(after) || before == after && before.Value is 0x2014 or 0x2026)
            return Forbidden;
        // 2026 and its 年 belong together, and 的 to what it follows.
        if (!Ruler.IsWide(before) || after.Value is '的')
            return Torn;
        if (before.Value is '的' or '和' or '及' or '与' or '、' or '，' or '》' || after.Value is '《')
            return 0.5;
        if (after.Value is '和' or '及' or '与')
            return 2;
        var pair = _pairs.GetValueOrDefault($"{before}{after}");
        var rarer = Math.Min(_single.GetValueOrDefault(before), _single.GetValueOrDefault(after));
        return Doubtful + (rarer > 1 ? 6.0 * pair / rarer : 3);
    }

    private static void Whole(string text, string word, double[] costs, double inside, double after)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            for (var i = at + 1; i < at + word.Length; i++)
                costs[i] = Math.Max(costs[i], inside);
            Cheapen(costs, at, after);
            Cheapen(costs, at + word.Length, after);
        }
    }

    private static void Cheapen(double[] costs, int at, double to)
    {
        if (at > 0 && at < costs.Length && costs[at] < Torn)
            costs[at] = Math.Min(costs[at], to);
    }
}
