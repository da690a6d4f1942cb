using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

// 份号: one copy of a state secret as it goes to its recipient (条例 第9条(一)).
internal sealed partial class OutgoingPageService
{
    private static readonly OutgoingDocumentState[] Numbered = [OutgoingDocumentState.Printed, OutgoingDocumentState.Dispatched];

    private const string PrintStep = "print";

    /// <summary>The pages with the number of one copy on the first. Set anew: what was frozen is the same for all of them.</summary>
    private async Task<RenderOutgoingDocumentResponse> CopyAsync(OutgoingDocument document, RenderOutgoingDocumentRequest request, string viewed, string across, CancellationToken stop)
    {
        document.ExpectState("套印份号", Numbered);
        if (!document.Secrecy.IsStateSecret() || request.CopyNumber > document.CopyCount)
            throw DocumentErrors.CopyNotNumbered(document.Name, request.CopyNumber, document.Secrecy.IsStateSecret() ? document.CopyCount : 0);
        var pages = typesetter.Lay(PrintVersion.Of(document, bureau.Name, await PrintDayAsync(document, stop)) with { CopyNumber = request.CopyNumber });
        var answer = Answer(PrintVersion.MediaType, viewer.Copy(document.Name, pdf.Write(pages, across), viewed), pages);
        (answer.Invalidity, answer.Watermark) = (InvalidityOf(document), viewed);
        return answer;
    }

    /// <summary>印发日期 as it stands on what was frozen.</summary>
    private async Task<DateOnly?> PrintDayAsync(OutgoingDocument document, CancellationToken stop)
    {
        var matter = Guid.Parse(document.Matter.Split('/')[1]);
        var printed = await db.MatterActs.AsNoTracking().Where(a => a.MatterId == matter && a.Step == PrintStep && a.Verb == Verb.Agree).OrderByDescending(a => a.Number).Select(a => (DateTimeOffset?)a.Time).FirstOrDefaultAsync(stop);
        return printed is { } at ? clock.DayOf(at) : null;
    }
}
