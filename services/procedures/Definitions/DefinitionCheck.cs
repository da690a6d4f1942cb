using Backoffice.Coordination.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Definitions;

/// <summary>What is wrong with a definition (it is not deployed), and what is risky about it in this bureau (it is, with a warning).</summary>
public static class DefinitionCheck
{
    /// <summary>Everything that keeps a definition from running: rulebook case 191, and what could strand a matter.</summary>
    public static IReadOnlyList<string> Problems(ProcedureDefinition definition)
    {
        var name = $"Procedure {definition.Id} version {definition.Version}";
        if (definition.Id.Length == 0 || definition.Version < 1 || definition.Title.Length == 0 || definition.Steps.Count == 0)
            return [$"{name} needs an id, a version from 1, a title and steps."];
        var ids = definition.Steps.Select(s => s.Id).ToList();
        var problems = ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"has step {g.Key} twice")
            .Concat(definition.Steps.SelectMany(s => OfStep(s, ids)))
            .Concat(ids.Except(Following([definition.First.Id], s => definition.Steps.Where(n => n.Id == s).SelectMany(n => n.Next))).Select(s => $"never comes to step {s}"))
            .Concat(ids.Except(Following(definition.Steps.Where(s => s.Next.Count == 0).Select(s => s.Id), s => definition.Steps.Where(n => n.Next.Contains(s)).Select(n => n.Id))).Select(s => $"never ends after step {s}"));
        return [.. problems.Select(p => $"{name} {p}.")];
    }

    /// <summary>Steps that nobody, or nobody but one without backup, could do now (rulebook case 192).</summary>
    public static IEnumerable<StaffingWarning> Warnings(ProcedureDefinition definition, DirectorySnapshot directory)
    {
        foreach (var step in definition.Steps.Where(s => s.Duty.Functions.Count > 0))
        {
            var posts = step.Duty.Functions.SelectMany(directory.PostsWith).ToList();
            if (posts.Count == 0)
                yield return Warning(definition, step, "", StaffingGap.NoPost, $"没有承担该职能（{string.Join('、', step.Duty.Functions.Select(FunctionTitles.Of))}）的岗位。", $"no post is {string.Join(" or ", step.Duty.Functions)}.");
            foreach (var post in posts)
            {
                var title = directory.DisplayNameOf(post);
                if (directory.HoldersOf(post).Count == 0)
                    yield return Warning(definition, step, post, StaffingGap.NoHolder, $"{title}无人在岗。", $"nobody holds {post}.");
                if (string.IsNullOrEmpty(directory.BackupOf(post)))
                    yield return Warning(definition, step, post, StaffingGap.NoBackup, $"{title}没有AB岗。", $"no post stands in for {post}.");
            }
        }
    }

    private static StaffingWarning Warning(ProcedureDefinition definition, Step step, string post, StaffingGap gap, string zh, string en) => new()
    {
        Step = step.Id,
        Post = post,
        Gap = gap,
        Message = $"{definition.Title}·{step.Title}：{zh}",
        MessageEn = $"{definition.Id}/{step.Id}: {en}",
    };

    private static IEnumerable<string> OfStep(Step step, List<string> ids)
    {
        if (step.Id.Length == 0 || step.Title.Length == 0)
            yield return "has a step without id or title";
        if (step.Duty.Kind == DutyKind.Unstated)
            yield return $"names no post for step {step.Id}";
        if ((step.Duty.Kind is DutyKind.Function or DutyKind.FunctionInUnit && step.Duty.Functions.Count == 0) || step.Duty.Functions.Contains(PostFunction.Unspecified))
            yield return $"names no function for step {step.Id}";
        if (step.Rule.Length == 0)
            yield return $"names no rule for step {step.Id}";
        if (step.Limit.Length == 0 || !Regulations.Calendar.TimeLimit.TryParse(step.Limit, out _))
            yield return $"names no time limit for step {step.Id}";
        if (step.Output.Length == 0)
            yield return $"names no output for step {step.Id}";
        if (step.Signers is { Mode: CountersignMode.Quorum, Quorum: < 1 })
            yield return $"asks for a quorum of nobody at step {step.Id}";
        if (step.Light && step.Deciding)
            yield return $"calls step {step.Id} light, which decides";
        if (step.Signers is { Completes: true } && (step.Deciding || step.Form.Length > 0))
            yield return $"lets signers complete step {step.Id}, which its holder must do";
        foreach (var next in step.Next.Where(n => !ids.Contains(n)))
            yield return $"goes from {step.Id} to {next}, which is no step";
    }

    /// <summary>These and all that follow them, in either direction.</summary>
    private static HashSet<string> Following(IEnumerable<string> steps, Func<string, IEnumerable<string>> after)
    {
        var reached = steps.ToHashSet();
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var step))
        {
            foreach (var next in after(step).Where(reached.Add))
                open.Enqueue(next);
        }
        return reached;
    }
}
