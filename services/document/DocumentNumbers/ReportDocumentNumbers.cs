using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DocumentNumbers;

internal sealed partial class DocumentNumberService
{
    public override async Task ReportDocumentNumbers(
        ReportDocumentNumbersRequest request, IServerStreamWriter<ReportDocumentNumbersResponse> responseStream, ServerCallContext context)
    {
        IReadOnlyList<string> codes = request.OrganCode.Length > 0 ? [request.OrganCode] : bureau.Codes;
        foreach (var code in codes)
            await responseStream.WriteAsync(await ReportAsync(code, request.Year, context.CancellationToken), context.CancellationToken);
    }

    /// <summary>One register of one year: read along its key, and no other year with it.</summary>
    private async Task<ReportDocumentNumbersResponse> ReportAsync(string code, int year, CancellationToken stop)
    {
        var register = db.DocumentNumbers.AsNoTracking().Where(n => n.Code == code && n.Year == year);
        var report = new ReportDocumentNumbersResponse
        {
            OrganCode = code,
            Year = year,
            FirstSequence = await register.MinAsync(n => (long?)n.Sequence, stop) ?? 0,
            LastSequence = await register.MaxAsync(n => (long?)n.Sequence, stop) ?? 0,
            GivenCount = await register.LongCountAsync(stop),
            VoidedNumbers = { (await register.Where(n => n.VoidTime != null).OrderBy(n => n.Sequence).ToListAsync(stop)).Select(n => n.ToProto()) },
            DoubtfulNumbers =
            {
                await register.Where(n => !db.OutgoingDocuments.Any(d => d.Id == n.DocumentId && d.DocumentNumber == n.Number)).OrderBy(n => n.Sequence).Select(n => n.Number).ToListAsync(stop)
            },
        };
        // A register that is whole is counted, and not read through.
        if (report.GivenCount != report.LastSequence)
            report.Gaps.AddRange(await GapsAsync(register, stop));
        report.Whole = report.Gaps.Count == 0 && report.DoubtfulNumbers.Count == 0;
        return report;
    }

    private static async Task<IReadOnlyList<NumberGap>> GapsAsync(IQueryable<GivenNumber> register, CancellationToken stop)
    {
        var (gaps, last) = (new List<NumberGap>(), 0L);
        await foreach (var sequence in register.OrderBy(n => n.Sequence).Select(n => n.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (sequence > last + 1)
                gaps.Add(new NumberGap { FirstSequence = last + 1, LastSequence = sequence - 1 });
            last = sequence;
        }
        return gaps;
    }
}
