using Backoffice.Document.V1;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>What was screened, proposed, instructed and answered about one document.</summary>
internal sealed class IncomingHandling
{
    public required Guid DocumentId { get; init; }

    /// <summary>The last matter.</summary>
    public string Matter { get; private set; } = "";

    public HandlingKind Kind { get; set; }

    /// <summary>The five answers of the screening, in the order of the article; null before it.</summary>
    public bool? OursToHandle { get; set; }

    public bool RoutingRulesKept { get; set; }

    public bool GenreAndFormatRight { get; set; }

    public bool Consulted { get; set; }

    public bool DraftingRulesKept { get; set; }

    /// <summary>All five answers are yes.</summary>
    public bool PassedScreening => OursToHandle == true && RoutingRulesKept && GenreAndFormatRight && Consulted && DraftingRulesKept;

    public string Proposal { get; set; } = "";

    public string Instruction { get; set; } = "";

    /// <summary>主办</summary>
    public string LeadPost { get; set; } = "";

    /// <summary>协办</summary>
    public IReadOnlyList<string> AssistingPosts { get; set; } = [];

    /// <summary>The day by which it is to be answered.</summary>
    public DateOnly? HandleBy { get; set; }

    /// <summary>重要</summary>
    public bool Important { get; set; }

    /// <summary>催办人</summary>
    public string ChaserPost { get; set; } = "";

    public string Result { get; set; } = "";

    public string Answer { get; set; } = "";

    /// <summary>`outgoingDocuments/{id}` whose dispatch answered it.</summary>
    public string AnswerDocument { get; set; } = "";

    public DateTimeOffset? AnswerTime { get; set; }

    public string ReturnReason { get; set; } = "";

    public DateTimeOffset? CloseTime { get; set; }

    /// <summary>A further matter begins with nothing decided; what the one before left is in its history.</summary>
    public void BeginBy(string matter)
    {
        Matter = matter;
        (Kind, OursToHandle, RoutingRulesKept, GenreAndFormatRight, Consulted, DraftingRulesKept) = (HandlingKind.Unspecified, null, false, false, false, false);
        (LeadPost, AssistingPosts, HandleBy, Important, ChaserPost) = ("", [], null, false, "");
        (Proposal, Instruction, Result, Answer, ReturnReason, CloseTime) = ("", "", "", "", "", null);
        (AnswerDocument, AnswerTime) = ("", null);
    }
}
