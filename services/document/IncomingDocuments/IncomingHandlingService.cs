using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Google.Protobuf;
using Grpc.Core;
using Matter = Backoffice.Procedures.V1.Matter;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>The steps of handling that ask for more than an opinion; one file each.</summary>
internal sealed partial class IncomingHandlingService(DocumentDb db, MatterDesk desk, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.IncomingHandlingService.IncomingHandlingServiceBase
{
    /// <summary>One step: the document and its matter found, the step decided and recorded, both answered.</summary>
    private async Task<TAnswer> StepAsync<TAnswer>(
        ServerCallContext context, string name, string matterEtag, Func<IncomingDocument, Case, IReadOnlyList<Done>> step, Func<V1.IncomingDocument, Matter, TAnswer> answer)
        where TAnswer : class, IMessage
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetAsync(name, caller, stop);
        var on = await desk.OfAsync(document, name, stop);
        on.Matter.ExpectVersion(matterEtag);
        on.Matter.ExpectHolder(desk.DeedOn(document));
        await desk.RecordAsync(turn, on, step(document, on), stop);
        document.Touch();
        if (document.Handling!.CloseTime is { } closed)
            turn.Publish(new IncomingDocumentClosed { IncomingDocument = name, CloseTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(closed) });
        return await turn.CommitAsync(answer(document.ToProto(withBody: true), desk.ToProto(on)));
    }

    /// <summary>Holds the document against the rules of its stage; all that are broken are cited.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stage">How far it has come.</param>
    /// <param name="unread">`posts/{id}` and `people/{id}` that have been served and have not read it.</param>
    /// <param name="readCount">How many have read it.</param>
    private void ExpectRules(IncomingDocument document, IncomingStage stage, IReadOnlyList<string>? unread = null, int readCount = 0)
    {
        var broken = IncomingRules.Check(document.ToFacts(directory.Current, unread ?? [], readCount), stage, clock.Today).Blocking().ToList();
        if (broken.Count > 0)
            throw DocumentErrors.RuleBroken(broken);
    }
}
