using Backoffice.Document.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Documents;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>A document as the rules see it.</summary>
internal static class IncomingFactsOf
{
    /// <param name="document">The document.</param>
    /// <param name="directory">For the names of posts and people.</param>
    /// <param name="unread">Readers who have not read it.</param>
    /// <param name="readCount">How many have: nobody needs their names.</param>
    public static IncomingFacts ToFacts(this IncomingDocument document, DirectorySnapshot directory, IReadOnlyList<string> unread, int readCount)
    {
        var handling = document.Handling!;
        IReadOnlyList<string> posts = [.. handling.LeadPost.Length > 0 ? [handling.LeadPost] : Array.Empty<string>(), .. handling.AssistingPosts];
        return new IncomingFacts
        {
            PiecesExpected = document.Particulars.CopyCount,
            PiecesReceived = document.Particulars.CopyCount,
            SignedForAt = document.SignForTime,
            Sender = document.Particulars.Sender.Length > 0 ? document.Particulars.Sender : document.Particulars.Issuer,
            Title = document.Particulars.Title,
            PassedScreening = handling.OursToHandle is null ? null : handling.PassedScreening,
            ReturnReason = handling.ReturnReason,
            Handling = handling.Kind switch
            {
                HandlingKind.ForAction => Regulations.Documents.Handling.ForAction,
                HandlingKind.ForInformation => Regulations.Documents.Handling.ForInformation,
                _ => Regulations.Documents.Handling.Undecided,
            },
            HandlingProposal = handling.Proposal,
            HandlingSections = [.. posts.Select(directory.DisplayNameOf)],
            LeadSection = handling.LeadPost.Length > 0 ? directory.DisplayNameOf(handling.LeadPost) : null,
            IsUrgent = document.Particulars.Urgency is not (V1.Urgency.Unspecified or V1.Urgency.Routine),
            IsImportant = handling.Important,
            DueAt = handling.HandleBy is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
            Chaser = handling.ChaserPost.Length > 0 ? directory.DisplayNameOf(handling.ChaserPost) : null,
            Readers =
            [
                .. unread.Select(r => new Regulations.Documents.Reader(directory.DisplayNameOf(r))),
                .. Enumerable.Repeat(new Regulations.Documents.Reader("", HasRead: true), readCount),
            ],
            AnswerRef = handling.Answer,
        };
    }
}
