using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>What may ask, and how another's request is passed on (条例 第15条(三)、(四)).</summary>
internal static class RequestRules
{
    /// <summary>A declared item is refused. What only sounds like a request in the text is for a person to judge.</summary>
    public static IEnumerable<Finding> NoRequestInOtherDocuments(OutgoingFacts facts)
    {
        // Letters may ask for approval, and opinions submit proposals: both are made for it (第8条(七)、(十四)).
        if (facts.Genre is Genre.Request or Genre.Letter or Genre.Opinion or Genre.Motion)
            yield break;

        if (facts.RequestItems.Count > 0)
            yield return new(
                "DOC-R07",
                nameof(facts.RequestItems),
                $"{facts.Genre.ToChinese()}中不得夹带请示事项",
                "Only a request carries a request")
            {
                Measured = facts.RequestItems.Count.ToString(CultureInfo.InvariantCulture),
                Required = "0",
                Suggestion = "请示事项另以“请示”行文",
            };
        else if (facts.Genre == Genre.Report && Wording.RequestIn(facts.Body) is { } words)
            yield return new(
                "DOC-R07",
                nameof(facts.Body),
                $"报告中疑似夹带请示事项：“{words}”",
                $"The report seems to carry a request: \"{words}\"",
                Strength.Warn)
            {
                Measured = words,
                Suggestion = "请示事项另以“请示”行文",
            };
    }

    public static IEnumerable<Finding> ForwardedRequestHasOurOpinion(OutgoingFacts facts)
    {
        if (!string.IsNullOrWhiteSpace(facts.ForwardedRequestRef) && string.IsNullOrWhiteSpace(facts.InclinedOpinion))
            yield return new(
                "DOC-R05",
                nameof(facts.InclinedOpinion),
                "转请上级的下级请示须附倾向性意见",
                "A subordinate's request is passed upward with our inclined opinion")
            {
                Required = "倾向性意见",
            };
    }
}
