using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Documents;
using RoutingDirection = Backoffice.Document.V1.RoutingDirection;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The received document that a draft answers: whoever names it may read it, and the answer goes back to where it came from (条例 第24条(七)).</summary>
internal sealed class AnsweredRequest(DocumentDb db, OwnBureau bureau, Caller caller, DirectoryCache directory)
{
    /// <summary>Refuses an answer to what the caller may not read, to another organ, or in a direction that does not lead there.</summary>
    /// <param name="draft">The draft as it is to be.</param>
    /// <param name="before">What it answered before: whoever changes something else of a linked draft need not see the request.</param>
    public async Task ExpectFittingAsync(Draft draft, string before, CancellationToken stop)
    {
        if (draft.InReplyTo.Length == 0)
            return;
        var request = await db.IncomingDocuments.ReadParticularsAsync(draft.InReplyTo, draft.InReplyTo == before ? null : caller, stop) ?? throw DocumentErrors.NotFound(draft.InReplyTo);
        var senders = Recipients.Split(request.Issuer).Concat(Recipients.Split(request.Sender)).Distinct().ToList();
        if (senders.Count == 0)
            return;
        var addressed = Recipients.Split(draft.MainRecipients);
        if (addressed.Count > 0 && !addressed.Any(a => senders.Any(s => AreOne(a, s))))
            throw DocumentErrors.AnswerElsewhere(draft.InReplyTo, string.Join('、', senders), draft.MainRecipients);
        var directions = senders.SelectMany(s => DirectionsTo(bureau.RelationOf(s))).Distinct().ToList();
        if (draft.Direction != RoutingDirection.Unspecified && directions.Count > 0 && !directions.Contains(draft.Direction))
            throw DocumentErrors.AnswerDirection(draft.InReplyTo, string.Join('、', senders), directions.Select(DirectionNames.Of), DirectionNames.Of(draft.Direction));
    }

    private bool AreOne(string one, string other) => one == other
        || (directory.Current.UnitCalled(one) is { } unit && unit == directory.Current.UnitCalled(other));

    // Of whom nothing is known, nothing is asked; a government below is answered by a letter where we do not direct it (条例 第16条(二)).
    private static IEnumerable<RoutingDirection> DirectionsTo(Relation relation) => relation switch
    {
        Relation.DirectSuperior or Relation.HigherSuperior or Relation.LineSuperior => [RoutingDirection.Upward],
        Relation.Peer or Relation.NonSubordinate => [RoutingDirection.Parallel],
        Relation.DirectSubordinate or Relation.LowerCounterpart => [RoutingDirection.Downward],
        Relation.LowerGovernment => [RoutingDirection.Downward, RoutingDirection.Parallel],
        _ => [],
    };
}

/// <summary>What people call the directions.</summary>
internal static class DirectionNames
{
    public static string Of(RoutingDirection direction) => direction switch
    {
        RoutingDirection.Upward => "上行",
        RoutingDirection.Parallel => "平行",
        RoutingDirection.Downward => "下行",
        RoutingDirection.Internal => "内部",
        RoutingDirection.Public => "公布",
        _ => direction.ToString(),
    };
}
