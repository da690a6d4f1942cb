using Backoffice.Platform.Organisation;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Calendar;
using Backoffice.Regulations.Rules;

namespace Backoffice.Procedures.Definitions;

/// <summary>A definition as the contract shows it.</summary>
public static class ProcedureProto
{
    /// <param name="definition">The version shown.</param>
    /// <param name="versions">All there are.</param>
    /// <param name="directory">Who holds which post now.</param>
    public static Procedure ToProto(this ProcedureDefinition definition, IEnumerable<int> versions, DirectorySnapshot directory) => new()
    {
        Name = $"procedures/{definition.Id}",
        Title = definition.Title,
        Version = definition.Version,
        Versions = { versions },
        Steps = { definition.Steps.Select(s => ToProto(s, definition)) },
        Warnings = { DefinitionCheck.Warnings(definition, directory) },
    };

    private static ProcedureStep ToProto(Step step, ProcedureDefinition definition)
    {
        var (rule, limit) = (RuleBook.Current.Find(step.Rule), TimeLimit.Parse(step.Limit));
        return new ProcedureStep
        {
            Id = step.Id,
            Title = step.Title,
            Duty = (StepDuty)(int)step.Duty.Kind,
            Functions = { step.Duty.Functions.Select(FunctionTitles.NameOf) },
            FunctionTitles = { step.Duty.Functions.Select(FunctionTitles.Of) },
            RuleId = step.Rule,
            Citation = rule?.Citation ?? step.Rule,
            RuleText = rule?.TextZh ?? "",
            RuleTextEn = rule?.TextEn ?? "",
            TimeLimit = limit.ToString(),
            TimeLimitText = limit.ToChinese(),
            Output = step.Output,
            NextSteps = { step.Next },
            Form = step.Form,
            Verbs = { definition.VerbsAt(step) },
            Countersign = step.Signers is { } signers ? (CountersignKind)((int)signers.Mode + 1) : CountersignKind.Unspecified,
            Quorum = step.Signers?.Quorum ?? 0,
            Delegable = step.Delegable,
            Light = step.Light,
        };
    }
}
