using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Shouldly;

namespace Backoffice.Proofreading.Tests;

/// <summary>Short texts and what is found in them.</summary>
internal static class Reading
{
    /// <summary>What one kind of check finds in a body: `what stands there → suggestion`, or `what stands there → ?` where none is safe.</summary>
    public static IReadOnlyList<string> Of(string body, FindingKind kind, Background? background = null) => Of(new ProofText { Title = "关于做好有关工作的通知", Body = body }, kind, background);

    public static IReadOnlyList<string> Of(ProofText text, FindingKind kind, Background? background = null) =>
        [.. Proofreader.Read(text, background ?? Background.None).Where(f => f.Kind == kind).Select(f => $"{f.Found} → {f.Suggestion ?? "?"}")];

    /// <summary>The only finding of a kind.</summary>
    public static ProofFinding One(string body, FindingKind kind, Background? background = null) =>
        Proofreader.Read(new ProofText { Title = "关于做好有关工作的通知", Body = body }, background ?? Background.None).Where(f => f.Kind == kind).ShouldHaveSingleItem();
}
