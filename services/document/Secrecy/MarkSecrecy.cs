using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    public override async Task<MarkSecrecyResponse> MarkSecrecy(MarkSecrecyRequest request, ServerCallContext context)
    {
        var (stop, sent) = (context.CancellationToken, request.SecrecyMark);
        var level = (SecrecyLevel)(int)sent.Level;
        if (level.IsStateSecret() && !options.Zone.IsClassified)
            throw await db.StateSecretAsync(context, "level", request.ToByteArray());

        await using var turn = await db.BeginTurnAsync(context);
        var document = await secrecy.GetAsync(sent.Name, stop);
        await ExpectToBeMarkedByCallerAsync(document, stop);
        var mark = await secrecy.MarkOfAsync(document.Name, stop) ?? db.SecrecyMarks.Add(new SecrecyMark { Subject = document.Name }).Entity;
        ExpectNotWider(mark, sent.Scope);
        mark.Propose(sent, caller.Actor, clock.Now);
        var facts = new SecrecyFacts(level, sent.PeriodYears, sent.DeclassificationCondition, sent.DerivedFrom.Length > 0, mark.Scope.Count, options.Zone.Highest, options.Level);
        if (SecrecyRules.Check(facts, clock.Today) is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
        ExpectKnown(mark.Scope);
        if (mark.Scope.Count > 0)
            await ExpectToHoldThoseWhoKnowAsync(document, mark.Scope, stop);
        await PutOnAsync(document, mark, stop);
        turn.Publish(new SecrecyMarked { Document = document.Name, Level = sent.Level, Scoped = mark.Scope.Count > 0, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new MarkSecrecyResponse { SecrecyMark = mark.ToProto() });
    }

    /// <summary>Marking anew narrows a scope at most: who else may know is for the leaders to say.</summary>
    private void ExpectNotWider(SecrecyMark mark, IReadOnlyCollection<string> scope)
    {
        if (mark.Scope.Count == 0)
            return;
        if (scope.Count == 0)
            throw SecrecyDesk.Refuse(SecrecyRules.OutsideScope(mark.Level, "限定范围以外的读者"));
        if (scope.Except(mark.Scope).Select(directory.Current.DisplayNameOf).ToList() is { Count: > 0 } further)
            throw SecrecyDesk.Refuse(SecrecyRules.OutsideScope(mark.Level, string.Join('、', further)));
    }
}
