using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<ExplainMatterResponse> ExplainMatter(ExplainMatterRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var on = await desk.ReadAsync(request.Name, stop);
        var last = await db.MatterActs.AsNoTracking()
            .Where(a => a.MatterId == on.Matter.Id && a.Verb != Verb.Open && a.Verb != Verb.Read && a.Verb != Verb.Urge && a.Verb != Verb.Circulate && a.Verb != Verb.Copy && a.Verb != Verb.Release)
            .OrderByDescending(a => a.Number).FirstAsync(stop);
        var told = Explanation.Of(on.Matter, desk.DeedOn(on.Subject) with { Now = desk.OfficeTime }, last);
        return new ExplainMatterResponse { Where = told.Where, Waiting = { told.Waiting }, Why = { told.Why }, Next = { told.Next } };
    }
}
