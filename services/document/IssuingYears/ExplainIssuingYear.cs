using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IssuingYears;

internal sealed partial class IssuingYearService
{
    public override async Task<ExplainIssuingYearResponse> ExplainIssuingYear(ExplainIssuingYearRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var number = YearIn(request.Name);
        var year = await db.IssuingYears.SingleOrDefaultAsync(y => y.Year == number, stop);
        if (year is null)
            db.IssuingYears.Add(year = new IssuingYear { Year = number });
        year.ExpectEtag(request.Etag, year.Name);
        var issued = await db.IssuedAsync(number, bureau.Codes, stop);
        if (!issued.HasGrown)
            throw DocumentErrors.NothingToExplain(number, issued.Issued, issued.Before);
        year.Explain(request.Explanation, caller.Actor, clock.Now);
        return await turn.CommitAsync(new ExplainIssuingYearResponse { IssuingYear = year.ToProto(issued) });
    }
}
