using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>承办、传阅、催办、答复 (条例 第24条(四)至(七)).</summary>
internal static class HandlingRules
{
    public static IEnumerable<Finding> HandlingIsDecided(IncomingFacts facts)
    {
        if (facts.Handling == Handling.Undecided)
            yield return new(
                "DOC-I04",
                nameof(facts.Handling),
                "须明确是阅知件还是批办件",
                "It is decided whether the document is for information or for action")
            {
                Required = "阅知或者批办",
            };
        if (facts.Handling == Handling.ForInformation && facts.Readers.Count == 0)
            yield return new(
                "DOC-I04",
                nameof(facts.Readers),
                "阅知件须确定阅知范围",
                "What is for information has its readers named")
            {
                Required = "阅知范围",
            };
        if (facts.Handling == Handling.ForAction && string.IsNullOrWhiteSpace(facts.HandlingProposal) && facts.HandlingSections.Count == 0)
            yield return new(
                "DOC-I04",
                nameof(facts.HandlingProposal),
                "批办件须提出拟办意见或者转承办部门",
                "What is for action has a proposed handling, or a section that handles it")
            {
                Required = "拟办意见",
            };
    }

    public static IEnumerable<Finding> LeadIsNamed(IncomingFacts facts)
    {
        if (facts.HandlingSections.Count > 1 && (facts.LeadSection is not { } lead || !facts.HandlingSections.Contains(lead)))
            yield return new(
                "DOC-I04",
                nameof(facts.LeadSection),
                "两个以上部门办理的，须明确主办部门",
                "Of two or more sections one is named the lead")
            {
                Measured = facts.LeadSection ?? "",
                Required = string.Join('、', facts.HandlingSections),
            };
    }

    public static IEnumerable<Finding> UrgentHasADeadline(IncomingFacts facts)
    {
        // What is only to be known has nothing to be done by a day.
        if (facts is { IsUrgent: true, DueAt: null } && facts.Handling != Handling.ForInformation)
            yield return new("DOC-I04", nameof(facts.DueAt), "紧急公文须明确办理时限", "The urgent has a deadline") { Required = "办理时限" };
    }

    public static IEnumerable<Finding> SomebodyChases(IncomingFacts facts)
    {
        if (facts.Handling != Handling.ForInformation && (facts.IsUrgent || facts.IsImportant) && string.IsNullOrWhiteSpace(facts.Chaser))
            yield return new(
                "DOC-I06",
                nameof(facts.Chaser),
                "紧急或者重要公文由专人负责催办",
                "A named person chases the urgent and the important")
            {
                Required = "催办人",
            };
    }

    public static IEnumerable<Finding> OnlyReadersOpenIt(IncomingFacts facts)
    {
        // What is for action also passes through the hands of those who act; their right is not of the list of readers.
        if (facts.Handling != Handling.ForInformation)
            yield break;
        foreach (var person in facts.OpenedBy.Except(facts.Readers.Select(r => r.Name)))
            yield return new(
                "DOC-I05",
                nameof(facts.OpenedBy),
                $"{person}不在阅知范围内",
                $"{person} is not among the readers")
            {
                Measured = person,
            };
    }

    public static IEnumerable<Finding> EverybodyHasRead(IncomingFacts facts)
    {
        foreach (var reader in facts.Readers.Where(r => !r.HasRead))
            yield return new(
                "DOC-I05",
                nameof(facts.Readers),
                $"{reader.Name}尚未阅知，不能办结",
                $"{reader.Name} has not read it yet")
            {
                Measured = reader.Name,
            };
    }

    public static IEnumerable<Finding> SenderIsAnswered(IncomingFacts facts)
    {
        if (facts.Handling == Handling.ForAction && string.IsNullOrWhiteSpace(facts.AnswerRef))
            yield return new(
                "DOC-I07",
                nameof(facts.AnswerRef),
                "批办件办理结果须答复来文单位",
                "The result of what is for action is answered to the sender")
            {
                Required = "答复",
            };
    }
}
