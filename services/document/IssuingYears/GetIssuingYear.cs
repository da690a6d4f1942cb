using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IssuingYears;

internal sealed partial class IssuingYearService
{
    public override async Task<GetIssuingYearResponse> GetIssuingYear(GetIssuingYearRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var year = YearIn(request.Name);
        var explained = await db.IssuingYears.AsNoTracking().SingleOrDefaultAsync(y => y.Year == year, stop) ?? new IssuingYear { Year = year };
        return new GetIssuingYearResponse { IssuingYear = explained.ToProto(await db.IssuedAsync(year, bureau.Codes, stop)) };
    }
}
