using Backoffice.Document.Procedures;
using Backoffice.Document.Seals;
using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<ApplyForSealResponse> ApplyForSeal(ApplyForSealRequest request, ServerCallContext context)
    {
        var (stop, sent) = (context.CancellationToken, request.SealApplication);
        await using var turn = await db.BeginTurnAsync(context);
        var document = await PrintedAsync(sent.OutgoingDocument, stop);
        var holder = await desk.RunningOfAsync(document, document.Name, stop);
        if (document.Drafter != caller.Actor && holder?.Matter.IsHeldBy(caller) != true)
            throw DocumentErrors.NotYoursToChange(document.Name, directory.Current.DisplayNameOf(holder?.Matter.State.Held?.Post ?? document.DrafterPost));
        if (caller.MainPost.Length == 0)
            throw DocumentErrors.NoPost(caller.Account);
        var seal = await db.Seals.OneAsync(sent.Seal, stop);
        // 联合行文: one application an organ.
        await db.ExpectNotSealedByAsync(document, seal.Organ, stop);
        if (await db.SealApplications.AsNoTracking().FirstOrDefaultAsync(a => a.DocumentId == document.Id && a.State == SealApplicationState.InProgress && a.Seal.Organ == seal.Organ, stop) is { } running)
            throw DocumentErrors.SealingUnderWay(document.Name, running.Name);
        var application = new SealApplication
        {
            Id = Guid.CreateVersion7(clock.Now),
            DocumentId = document.Id,
            Document = document,
            SealId = seal.Id,
            Seal = seal,
            CopyCount = sent.CopyCount,
            Purpose = sent.Purpose,
            Applicant = caller.Actor,
            CreateTime = clock.Now,
            PrintSha256 = document.PrintSha256,
            DocumentSha256 = document.ContentSha256(),
        };
        ExpectSealable(application, isApproved: null);
        db.SealApplications.Add(application);
        var on = await desk.StartAsync(turn, application, DocumentProcedures.Seal, caller.MainPost, stop);
        await desk.RecordAsync(turn, on, on.Matter.Agree(desk.DeedOn(application, sent.Purpose), Onward.Ordinary), stop);
        return await turn.CommitAsync(new ApplyForSealResponse { SealApplication = application.ToProto(), Matter = desk.ToProto(on) });
    }
}
