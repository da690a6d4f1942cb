using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>签收、登记、初审 (条例 第24条(一)至(三)).</summary>
internal static class ReceivingRules
{
    public static IEnumerable<Finding> SignedForWithTime(IncomingFacts facts)
    {
        if (facts.SignedForAt is null)
            yield return new(
                "DOC-I01",
                nameof(facts.SignedForAt),
                "签收须注明时间",
                "A document is signed for with the time")
            {
                Required = "签收时间",
            };
    }

    /// <summary>A difference may stand once somebody has written down what was done about it.</summary>
    public static IEnumerable<Finding> PiecesAreComplete(IncomingFacts facts)
    {
        if (facts.PiecesReceived != facts.PiecesExpected && string.IsNullOrWhiteSpace(facts.DiscrepancyNote))
            yield return new(
                "DOC-I01",
                nameof(facts.PiecesReceived),
                $"应收{facts.PiecesExpected}件，实收{facts.PiecesReceived}件，须记录情况",
                $"{facts.PiecesExpected} pieces were due and {facts.PiecesReceived} came: the difference is recorded")
            {
                Measured = facts.PiecesReceived.ToString(CultureInfo.InvariantCulture),
                Required = facts.PiecesExpected.ToString(CultureInfo.InvariantCulture),
            };
    }

    public static IEnumerable<Finding> MainParticularsAreRecorded(IncomingFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Sender))
            yield return new("DOC-I02", nameof(facts.Sender), "登记须记载来文单位", "The register names the sender") { Required = "来文单位" };
        if (string.IsNullOrWhiteSpace(facts.Title))
            yield return new("DOC-I02", nameof(facts.Title), "登记须记载标题", "The register gives the title") { Required = "标题" };
    }

    public static IEnumerable<Finding> ReturnHasAReason(IncomingFacts facts)
    {
        if (facts.PassedScreening == false && string.IsNullOrWhiteSpace(facts.ReturnReason))
            yield return new(
                "DOC-I03",
                nameof(facts.ReturnReason),
                "初审不合规定，退回来文单位须说明理由",
                "What fails the screening goes back with the reason")
            {
                Required = "退文理由",
            };
    }
}
