using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Which kind of document is for whom (条例 第8条).</summary>
internal static class GenreRules
{
    public static IEnumerable<Finding> KindIsStatutory(OutgoingFacts facts)
    {
        if (facts.Genre == Genre.None)
            yield return new(
                "DOC-G00",
                nameof(facts.Genre),
                "未选用法定公文种类",
                "No statutory kind of document is chosen")
            {
                Suggestion = "从15种法定文种中选用一种",
            };
        else if (facts.Genre == Genre.OfficeText)
            yield return new(
                "DOC-G00",
                nameof(facts.Genre),
                "事务文书不是法定公文种类，不能单独正式行文",
                "An office text is no statutory kind and is not issued by itself")
            {
                Measured = facts.Genre.ToChinese(),
                Suggestion = "以“通知”行文，原文作为附件印发",
            };
    }

    public static IEnumerable<Finding> OrderIsNotForDepartments(OutgoingFacts facts)
    {
        if (facts.Genre == Genre.Order && !facts.Issuer.IsGovernment)
            yield return new(
                "DOC-G03",
                nameof(facts.Genre),
                "部门一般不制发命令（令）",
                "A department issues no orders as a rule")
            {
                Suggestion = "改用“决定”或者“通知”",
            };
    }

    public static IEnumerable<Finding> MotionIsForGovernments(OutgoingFacts facts)
    {
        if (facts.Genre == Genre.Motion && !facts.Issuer.IsGovernment)
            yield return new(
                "DOC-G13",
                nameof(facts.Genre),
                "议案只能由人民政府提出，部门不能制发",
                "Only a people's government submits a motion")
            {
                Measured = facts.Issuer.Name,
            };
    }

    public static IEnumerable<Finding> RequestsAndReportsGoUp(OutgoingFacts facts)
    {
        if (facts.Genre is not (Genre.Request or Genre.Report))
            yield break;
        var rule = facts.Genre == Genre.Request ? "DOC-G11" : "DOC-G10";
        var word = facts.Genre.ToChinese();
        foreach (var recipient in facts.MainRecipients.Where(r => !r.IsSuperior && r.Relation is not (Relation.Unknown or Relation.Person)))
            yield return new(
                rule,
                nameof(facts.MainRecipients),
                $"{recipient.Name}不是上级机关，不能主送{word}",
                $"{recipient.Name} is no superior organ and receives no {word}")
            {
                Measured = recipient.Name,
                Required = "上级机关",
                Suggestion = recipient.IsSubordinate ? "改用“通知”或者“函”" : "改用“函”",
            };
    }

    public static IEnumerable<Finding> LettersDoNotGoUp(OutgoingFacts facts)
    {
        if (facts.Genre != Genre.Letter)
            yield break;
        foreach (var superior in facts.MainRecipients.Where(r => r.IsSuperior))
            yield return new(
                "DOC-G14",
                nameof(facts.MainRecipients),
                $"{superior.Name}是上级机关，函用于不相隶属机关之间",
                $"{superior.Name} is our superior; a letter is for organs that are not subordinate to each other")
            {
                Measured = superior.Name,
                Suggestion = "请求批准用“请示”，汇报情况用“报告”",
            };
    }

    public static IEnumerable<Finding> ReplyAnswersARequest(OutgoingFacts facts)
    {
        if (facts.Genre == Genre.Reply && string.IsNullOrWhiteSpace(facts.InReplyTo))
            yield return new(
                "DOC-G12",
                nameof(facts.InReplyTo),
                "批复须对应已收到的下级机关请示",
                "A reply answers a request that was received")
            {
                Required = "所答复的请示",
            };
    }
}
