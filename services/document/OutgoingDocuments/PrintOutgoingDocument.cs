using Backoffice.Document.Sealing;
using Backoffice.Document.V1;
using Backoffice.Platform.Errors;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    // Printed again where the check before dispatch found the print wanting (条例 第25条(四)).
    private static readonly OutgoingDocumentState[] Printable = [OutgoingDocumentState.Registered, OutgoingDocumentState.Printed];

    public override async Task<PrintOutgoingDocumentResponse> PrintOutgoingDocument(PrintOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Kept before the turn, which nothing slow may hold up; a blob without a row is harmless.
        var numbered = await db.ReadOutgoingAsync(request.Name, caller, stop);
        if (!await db.IsAnsweredAsync(context))
        {
            (await desk.ReadRunningOfAsync(numbered, numbered.Name, stop))?.Matter.ExpectHolder(desk.DeedOn(numbered));
            numbered.ExpectState("印制", Printable);
            await db.ExpectNotSealedAsync(numbered, stop);
        }
        var pages = typesetter.Lay(PrintVersion.Of(numbered, bureau.Name, clock.Today));
        var hash = await blobs.PutAsync(pdf.Write(pages), stop);

        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        document.ExpectState("印制", Printable);
        await db.ExpectNotSealedAsync(document, stop);
        if (document.Version != numbered.Version || document.DocumentNumber != numbered.DocumentNumber)
            throw PlatformErrors.Conflict();
        document.Print(hash);
        var (after, matter) = await CompleteAsync(turn, document, on, desk.DeedOn(document, form: nameof(PrintOutgoingDocument)), stop);
        return await turn.CommitAsync(new PrintOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter, FontNotices = { pages.Fonts.ToProto() } });
    }
}
