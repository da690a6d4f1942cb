using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Characters;

/// <summary>
/// Words written twice by a slip of the hand: 的的, 工作工作. Of single characters only those that carry grammar are looked at: what is doubled
/// by custom (人人, 层层) or where two words meet (水水质, 实事求是是) is no slip, and neither is 目的的 or 为了了解.
/// </summary>
internal static partial class DoubledWords
{
    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match twice in Characters().Matches(passage.Wording))
            yield return Of(passage, twice, Certainty.Error);
        foreach (Match twice in Words().Matches(passage.Wording))
            yield return Of(passage, twice, Certainty.Hint);
    }

    private static ProofFinding Of(Passage passage, Match twice, Certainty certainty)
    {
        var once = twice.Value[..(twice.Length / 2)];
        return new("DOC-P05", FindingKind.Repetition, certainty, passage.At(twice), twice.Value, $"“{once}”重复", $"{once} stands twice") { Suggestion = once };
    }

    // What stands before or after tells where two words meet: 尤其其他, 可以以书面形式, 原则则.
    [GeneratedRegex("(?<![目标之])的的(?!确)|(?<![为除罢])了了(?![解结却断然望])|(?<![调总温缓饱共亲])和和(?![谐平解睦好美气暖])|(?<![参赋给])与与(?!会)|(?<![普涉顾波触危])及及(?![时早格])|或或"
        + "|(?<![存现所实潜内外自好健正])在在(?![线校建岗职编地场读逃])|(?<![求自以就])是是(?![非否])|(?<![即麻])将将(?![来军要近])|(?<![行作认成因人])为为(?![了主期何])|(?<![可予加难足得所])以以(?![及后来上下内外前往色人])"
        + "|(?<!由)于于|(?<![理自事缘])由由(?!于)|(?<![合吞兼归])并并(?![网购联轨入行存发列重排])|(?<![尤极与何])其其(?![他它中次余实间])|各各|(?<!应)该该|(?<![然因从进反])而而(?![且言后])|(?<!服)从从(?![严重轻业事而])"
        + "|(?<![方导动趋意一走取面])向向|被被(?![告执保征申审继侵监害])|且且|(?<!而)已已(?![婚经])|(?<![规原细守法准通总附分])则则|(?<!都)也也(?!门)|把把(?![关握脉控])|之之|(?<![要需])应应(?![急对用当])|(?<!要)要要(?![求点素])", RegexOptions.CultureInvariant)]
    private static partial Regex Characters();

    // Words that no sentence needs twice in a row: a heading that ran into its text would begin with other ones.
    [GeneratedRegex("(?<word>进行|工作|关于|以及|有关|根据|按照|通过|对于|为了|并且|或者|应当|必须|可以|要求|加强|推进|落实|完善|建立|开展|实施|我们|其中|同时|已经|因此|由于|如果|如下|情况|单位|部门|人员|管理|服务|制度|问题|措施|负责|提高|保障|发展|建设|社会|国家|政府|群众|依法|及时|认真|切实|进一步|相关|规定|各级|积极|主要|重点|全面|具体)\\k<word>", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
