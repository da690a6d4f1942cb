using Backoffice.Document.V1;
using Backoffice.Regulations.Rules;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<OverrideRuleResponse> OverrideRule(OverrideRuleRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, context.CancellationToken);
        // Only what is broken now, and only as far as the rule's own wording leaves room (原则上、一般).
        if (!(await check.FindingsNowAsync(document, context.CancellationToken)).Overridable().Any(f => f.Rule.Id == request.RuleId))
            throw DocumentErrors.NoSuchBreach(document.Name, request.RuleId);
        document.LetPass(request.RuleId, request.Reason, caller.Actor, clock.Now);
        return await turn.CommitAsync(new OverrideRuleResponse { OutgoingDocument = await WithFindingsAsync(document, context.CancellationToken) });
    }
}
