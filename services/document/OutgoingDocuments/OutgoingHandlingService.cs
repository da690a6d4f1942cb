using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Document.Sealing;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Calendar;
using Backoffice.Typesetting;
using Backoffice.Typesetting.Pdf;
using Grpc.Core;
using Matter = Backoffice.Procedures.V1.Matter;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The steps of handling that ask for more than an opinion; one file each.</summary>
internal sealed partial class OutgoingHandlingService(
    DocumentDb db, MatterDesk desk, OutgoingCheck check, OwnBureau bureau, Heads heads, IBlobStore blobs, Caller caller, DirectoryCache directory, OfficeClock clock,
    WorkingCalendar calendar, Typesetter typesetter, PdfWriter pdf, SealDemand seals, SecrecyDesk secrecy)
    : V1.OutgoingHandlingService.OutgoingHandlingServiceBase
{
    /// <summary>The document and its matter at one step, for whoever holds it.</summary>
    private async Task<(OutgoingDocument Document, Case On)> AtStepAsync(ServerCallContext context, string name, string matterEtag)
    {
        var document = await db.GetOutgoingAsync(name, caller, context.CancellationToken);
        var on = await desk.OfAsync(document, name, context.CancellationToken);
        on.Matter.ExpectVersion(matterEtag);
        on.Matter.ExpectHolder(desk.DeedOn(document));
        return (document, on);
    }

    /// <summary>Completes the step, and shows both as they stand after it.</summary>
    private async Task<(V1.OutgoingDocument Document, Matter Matter)> CompleteAsync(Turn turn, OutgoingDocument document, Case on, Deed deed, CancellationToken stop)
    {
        await desk.RecordAsync(turn, on, on.Matter.Agree(deed, Onward.Ordinary), stop);
        return (document.ToProto(withBody: true), desk.ToProto(on));
    }
}
