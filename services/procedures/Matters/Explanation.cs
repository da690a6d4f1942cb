using System.Globalization;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Rules;

namespace Backoffice.Procedures.Matters;

/// <summary>Where a matter is, who waits for whom and why, and what may come next, in plain Chinese; made of the definition and the state.</summary>
public sealed record Explanation(string Where, IReadOnlyList<string> Waiting, IReadOnlyList<string> Why, IReadOnlyList<string> Next)
{
    /// <param name="matter">The matter.</param>
    /// <param name="deed">For the directory, and the time as the office has it.</param>
    /// <param name="last">The act that brought it where it is.</param>
    public static Explanation Of(Matter matter, Deed deed, ActRow last)
    {
        if (!matter.IsRunning)
            return new($"{matter.Procedure.Title}已{(matter.Status == V1.MatterState.Completed ? "办结" : "终止")}（{Time(matter.EndTime!.Value, deed)}）。", [], [Doing(last, deed)], []);
        var (held, step) = (matter.State.Held!, matter.Present);
        var holder = Holder(held.Post, deed);
        var opened = held.OpenTime is { } at ? $"已于{Time(at, deed)}打开" : "尚未打开";
        return new(
            $"现在在{holder}处办理“{step.Title}”，{opened}。",
            [.. Waits(matter, holder, deed)],
            [.. Reasons(matter, held, step, deed, last)],
            [.. Ways(matter, step)]);
    }

    private static IEnumerable<string> Waits(Matter matter, string holder, Deed deed)
    {
        foreach (var task in matter.State.Tasks.Where(t => t.IsOpen && t.Kind != TaskKind.Act))
            yield return $"{holder}在等{Holder(task.Post, deed)}{(task.Kind == TaskKind.Assist ? "办理受委派事项" : "的会签意见")}{Urged(task)}。";
        foreach (var post in (matter.State.Round?.Waiting ?? []).Concat(matter.State.ToFollow))
            yield return $"之后还要征求{Holder(post, deed)}的意见。";
        foreach (var refused in matter.State.Refusals)
            yield return $"{Holder(refused.Post, deed)}会签不同意，须协商一致或退回修改。";
        // Nobody waits for oneself.
        if (matter.State.Pending is null && !matter.State.Tasks.Any(t => t.IsOpen && t.Kind != TaskKind.Act)
            && !deed.Directory.HoldersOf(matter.State.Held!.Post).SequenceEqual([matter.StarterPerson]))
            yield return $"{matter.StarterName}（发起人）在等{holder}{Urged(matter.State.Held!)}。";
    }

    private static IEnumerable<string> Reasons(Matter matter, MatterTask held, Step step, Deed deed, ActRow last)
    {
        yield return Doing(last, deed);
        yield return $"本环节依据{RuleBook.Current.Find(step.Rule)?.Citation ?? step.Rule}，应形成：{step.Output}。";
        if (held.DueExplanation.Length > 0)
            yield return held.DueExplanation.TrimEnd('。') + "。";
        if (held.DueTime < deed.Now)
            yield return $"已超过办理时限（{Time(held.DueTime.Value, deed)}）。";
        if (matter.State.Detours.Count > 0)
            yield return $"是从“{matter.Procedure[matter.State.Detours[^1].Back.Step].Title}”退回的，办后直接返回该环节。";
    }

    private static IEnumerable<string> Ways(Matter matter, Step step)
    {
        if (matter.State.Detours.Count > 0)
            yield return $"办毕后返回“{matter.Procedure[matter.State.Detours[^1].Back.Step].Title}”。";
        else if (step.Next.Count == 0)
            yield return "办毕后全部流程结束。";
        else
            yield return $"办毕后转入“{matter.Procedure.TitlesOf(step.Next)}”{(step.Next.Count > 1 ? "之一" : "")}。";
        if (matter.ReturnSteps.Count > 0)
            yield return $"也可退回“{matter.Procedure.TitlesOf(matter.ReturnSteps)}”。";
    }

    private static string Doing(ActRow act, Deed deed) =>
        $"{Time(act.Time, deed)}，{act.ActorName}{(act.OnBehalfOf.Length > 0 ? $"（代{deed.Directory.DisplayNameOf(act.OnBehalfOf)}）" : "")}{VerbNames.Of(act.Verb)}{(act.Opinion.Length > 0 ? $"：{act.Opinion.TrimEnd('。')}" : "")}。";

    private static string Holder(string post, Deed deed)
    {
        var names = deed.Directory.HoldersOf(post).Select(deed.Directory.DisplayNameOf).ToList();
        return names.Count > 0 ? $"{deed.Directory.DisplayNameOf(post)}{string.Join('、', names)}" : $"{deed.Directory.DisplayNameOf(post)}（无人在岗）";
    }

    private static string Urged(MatterTask task) => task.UrgeCount > 0 ? $"，已催办{task.UrgeCount}次" : "";

    // Stored times are UTC.
    private static string Time(DateTimeOffset at, Deed deed) => at.ToOffset(deed.Now.Offset).ToString("M月d日HH:mm", CultureInfo.InvariantCulture);
}
