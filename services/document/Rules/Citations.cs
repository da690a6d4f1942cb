using System.Text.Json;
using Backoffice.Regulations.Rules;
using Backoffice.Regulations.V1;
using Strength = Backoffice.Regulations.V1.Strength;

namespace Backoffice.Document.Rules;

/// <summary>Findings as the contract cites them.</summary>
internal static class Citations
{
    public static RuleCitation ToCitation(this Finding finding) => new()
    {
        RuleId = finding.Rule.Id,
        Source = finding.Rule.SourceTitle,
        Article = finding.Rule.Article,
        Strength = finding.Strength switch
        {
            Regulations.Rules.Strength.Reject => Strength.Reject,
            Regulations.Rules.Strength.RejectOverridable => Strength.RejectOverridable,
            Regulations.Rules.Strength.Warn => Strength.Warn,
            _ => Strength.Config,
        },
        // Facts are named as in the domain, the contract's fields as in protos.
        Field = JsonNamingPolicy.SnakeCaseLower.ConvertName(finding.Field),
        Measured = finding.Measured,
        Required = finding.Required,
        Suggestion = finding.Suggestion,
        Message = finding.MessageZh,
    };
}
