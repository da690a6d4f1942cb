using System.Globalization;
using Backoffice.Document.V1;

namespace Backoffice.Document.IncomingDocuments;

// What each step of handling leaves in the document. Whether the step is the caller's is the matter's to decide.
internal sealed partial class IncomingDocument
{
    public void ExpectToBeStarted()
    {
        if (State is not (IncomingDocumentState.Registered or IncomingDocumentState.InProgress))
            throw DocumentErrors.WrongState(Name, StateNames.Of(State), "办理", StateNames.Of(IncomingDocumentState.Registered));
        if (Invalidity is { ForbidsUse: true } invalidity)
            throw DocumentErrors.NotInForce(Particulars.DocumentNumber, invalidity);
    }

    /// <summary>初审</summary>
    public void Screen(ScreeningChecks checks, HandlingKind kind, string opinion)
    {
        var handling = Handling!;
        (handling.OursToHandle, handling.RoutingRulesKept, handling.GenreAndFormatRight, handling.Consulted, handling.DraftingRulesKept) =
            (checks.OursToHandle, checks.RoutingRulesKept, checks.GenreAndFormatRight, checks.Consulted, checks.DraftingRulesKept);
        handling.ReturnReason = handling.PassedScreening ? "" : opinion;
        handling.Kind = handling.PassedScreening ? kind : HandlingKind.Unspecified;
        if (handling.PassedScreening && kind == HandlingKind.Unspecified)
            throw DocumentErrors.Incomplete("kind", "screen");
    }

    /// <summary>拟办</summary>
    public void Propose(string opinion, HandlingPlan plan)
    {
        var handling = Handling!;
        handling.Proposal = opinion;
        // Proposed again, it is proposed anew.
        (handling.LeadPost, handling.AssistingPosts, handling.HandleBy, handling.Important, handling.ChaserPost) = ("", [], null, false, "");
        Plan(plan);
    }

    /// <summary>批示: what it leaves open is as proposed.</summary>
    public void Instruct(string opinion, HandlingPlan plan)
    {
        Handling!.Instruction = opinion;
        Plan(plan);
    }

    /// <summary>办理结果</summary>
    public void Answer(string result, string answer)
    {
        Handling!.Result = result;
        Handling.Answer = answer.Length > 0 ? answer : Handling.Answer;
    }

    /// <summary>答复 by a document of ours that went out; what was said of the answer before stands beside it. What is not under way has no answer to give.</summary>
    public void AnswerBy(string outgoing, string number, DateOnly day, DateTimeOffset at)
    {
        if (Handling is not { } handling)
            return;
        var answer = string.Create(CultureInfo.InvariantCulture, $"{number}（{day:yyyy年M月d日}）");
        handling.Answer = handling.Answer.Length == 0 || answer.StartsWith(handling.Answer, StringComparison.Ordinal) ? answer : $"{handling.Answer}；{answer}";
        (handling.AnswerDocument, handling.AnswerTime) = (outgoing, at);
        Touch();
    }

    /// <summary>办结</summary>
    public void Close(string answer) => Handling!.Answer = answer.Length > 0 ? answer : Handling.Answer;

    private void Plan(HandlingPlan plan)
    {
        var handling = Handling!;
        if (plan.LeadPost.Length > 0)
            handling.LeadPost = plan.LeadPost;
        if (plan.AssistingPosts.Count > 0)
            handling.AssistingPosts = [.. plan.AssistingPosts];
        if (plan.DueDate is { } day)
            handling.HandleBy = day.ToDay();
        handling.Important |= plan.Important;
        if (plan.ChaserPost.Length > 0)
            handling.ChaserPost = plan.ChaserPost;
    }
}

/// <summary>What people call the states.</summary>
internal static class StateNames
{
    public static string Of(IncomingDocumentState state) => state switch
    {
        IncomingDocumentState.SignedFor => "已签收",
        IncomingDocumentState.Registered => "已登记",
        IncomingDocumentState.InProgress => "办理中",
        IncomingDocumentState.ReturnedToSender => "已退回来文单位",
        IncomingDocumentState.Closed => "已办结",
        _ => state.ToString(),
    };
}
