using Backoffice.Coordination.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;

namespace Backoffice.Procedures.Matters;

/// <summary>Finds the post that a step is given to, and refuses posts that cannot be given anything.</summary>
internal static class Assignment
{
    /// <summary>Whom to turn to above a post that nobody can act for (rulebook case 192).</summary>
    private static readonly PostFunction[] Upwards =
        [PostFunction.SectionChief, PostFunction.DeputyOfficeDirector, PostFunction.OfficeDirector, PostFunction.DeputyDirector, PostFunction.Director];

    /// <summary>The post for a step.</summary>
    /// <param name="from">The post that sends it.</param>
    public static string PostFor(Step step, string assignee, string from, Matter matter, DirectorySnapshot directory)
    {
        var candidates = step.Duty.Kind switch
        {
            DutyKind.Starter => [matter.StarterPost],
            DutyKind.Sender => [from],
            DutyKind.FunctionInUnit => [.. step.Duty.Functions.SelectMany(f => directory.PostsWith(f, directory.UnitOf(matter.StarterPost)))],
            _ => step.Duty.Functions.SelectMany(directory.PostsWith).ToList(),
        };
        if (assignee.Length > 0)
        {
            Check(assignee, directory);
            return step.Duty.Functions.Count == 0 && step.Duty.Kind == DutyKind.Chosen || candidates.Contains(assignee)
                ? assignee
                : throw ProcedureErrors.UnknownAssignee(directory.DisplayNameOf(assignee), $"不承担“{step.Title}”的职责");
        }
        if (step.Duty.Kind == DutyKind.Chosen && candidates.Count != 1)
            throw ProcedureErrors.AssigneeRequired(step.Title);
        return candidates.Find(p => directory.HoldersOf(p).Count > 0)
            ?? candidates.Find(p => IsManned(p, directory))
            ?? Above(candidates, step, directory);
    }

    /// <summary>A post that a step was meant for; another where it has been closed or emptied since.</summary>
    public static string Seated(Step step, string post, Matter matter, DirectorySnapshot directory)
    {
        if (directory.KnowsPost(post) && IsManned(post, directory))
            return post;
        return step.Duty.Kind == DutyKind.Chosen ? Above([post], step, directory) : PostFor(step, "", post, matter, directory);
    }

    /// <summary>Refuses a post that does not exist, is closed, is another organ's, or that nobody can act for.</summary>
    public static void Check(string post, DirectorySnapshot directory)
    {
        if (!directory.KnowsPost(post))
            throw ProcedureErrors.UnknownAssignee(post, "组织机构中没有该岗位或已撤销");
        if (directory.KindOf(directory.UnitOf(post)) == UnitKind.External)
            throw ProcedureErrors.UnknownAssignee(directory.DisplayNameOf(post), "不是本机关的岗位");
        if (!IsManned(post, directory))
            throw ProcedureErrors.UnknownAssignee(directory.DisplayNameOf(post), "无人在岗，也没有在岗的AB岗");
    }

    public static bool IsManned(string post, DirectorySnapshot directory) =>
        directory.HoldersOf(post).Count > 0 || (directory.BackupOf(post) is { Length: > 0 } backup && directory.HoldersOf(backup).Count > 0);

    private static string Above(List<string> unmanned, Step step, DirectorySnapshot directory)
    {
        var rank = step.Duty.Functions.Select(f => Array.IndexOf(Upwards, f)).DefaultIfEmpty(-1).Max();
        var above = Upwards.Skip(rank + 1).ToList();
        // Superiors in the same unit first. The chief of another section is nobody's superior here.
        return unmanned.Select(directory.UnitOf).Distinct().SelectMany(unit => above.SelectMany(f => directory.PostsWith(f, unit)))
            .Concat(above.Where(f => f != PostFunction.SectionChief).SelectMany(directory.PostsWith))
            .FirstOrDefault(p => IsManned(p, directory))
            ?? throw ProcedureErrors.Nobody(step.Title, string.Join('、', step.Duty.Functions.Select(FunctionTitles.Of)));
    }
}
