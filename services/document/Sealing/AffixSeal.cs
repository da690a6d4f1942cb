using Backoffice.Document.V1;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<AffixSealResponse> AffixSeal(AffixSealRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var (hash, onto) = await SealBeforehandAsync(request, context);

        await using var turn = await db.BeginTurnAsync(context);
        var (application, on) = await AtStepAsync(request.Name, request.MatterEtag, stop);
        var post = on.Matter.State.Held!.Post;
        var done = on.Matter.Agree(desk.DeedOn(application, form: nameof(AffixSeal)), Onward.Ordinary);
        await ExpectReadyAsync(application, stop);
        // Another organ's seal was set meanwhile, or taken off: this file would not have it, or still.
        if (application.Document.SealedSha256 != onto)
            throw PlatformErrors.Conflict();
        application.Document.TakeSeal(hash);
        var use = await EnterAsync(turn, application, hash, post);
        await desk.RecordAsync(turn, on, done, stop);
        turn.Publish(new SealAffixed { SealUse = use.Name, Seal = application.Seal.Name, OutgoingDocument = application.Document.Name, Time = Timestamp.FromDateTimeOffset(use.Time), TestSeal = use.IsTest });
        return await turn.CommitAsync(new AffixSealResponse { SealUse = use.ToProto(), Matter = desk.ToProto(on) });
    }

    /// <summary>
    /// Sealed and kept before the turn, which nothing slow may hold up; a blob without a row is harmless. The print is sealed anew
    /// with every seal that stands on it and this one, for a signature covers a file as a whole. The hash of the sealed file, and of
    /// the one with the seals before.
    /// </summary>
    private async Task<(string Sha256, string Before)> SealBeforehandAsync(AffixSealRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var application = await ReadAsync(request.Name, stop);
        if (await db.IsAnsweredAsync(context))
            return ("", "");
        var on = await desk.ReadRunningOfAsync(application, application.Name, stop) ?? throw DocumentErrors.NotUnderWay(application.Name);
        on.Matter.ExpectVersion(request.MatterEtag);
        on.Matter.ExpectHolder(desk.DeedOn(application));
        await ExpectReadyAsync(application, stop);
        await using var print = await blobs.OpenAsync(application.PrintSha256, stop) ?? throw DocumentErrors.ContentMissing(application.Document.Name);
        var pdf = (await ByteString.FromStreamAsync(print, stop)).Memory;
        var organs = (await db.SealedOrgansAsync(application.DocumentId, stop)).Append(application.Seal.Organ);
        var sealedFile = await provider.SealAsync(new SealOrder(pdf, application.Document.DocumentNumber!, Placed(application, organs)), stop);
        return (await blobs.PutAsync(sealedFile, stop), application.Document.SealedSha256);
    }

    private async Task ExpectReadyAsync(SealApplication application, CancellationToken stop)
    {
        application.Document.ExpectState("用印", OutgoingDocumentState.Printed);
        await db.ExpectNotSealedByAsync(application.Document, application.Seal.Organ, stop);
        ExpectSealable(application, isApproved: application.Approval is not null);
    }

    /// <summary>用印登记</summary>
    private async Task<SealUse> EnterAsync(Turn turn, SealApplication application, string hash, string post)
    {
        var (document, today) = (application.Document, clock.Today);
        var use = new SealUse
        {
            Id = Guid.CreateVersion7(clock.Now),
            Month = today.Year * 100 + today.Month,
            Number = await turn.NextNumberAsync($"seal-uses:{today.Year}"),
            SealId = application.SealId,
            Seal = application.Seal,
            ApplicationId = application.Id,
            DocumentId = document.Id,
            DocumentNumber = document.DocumentNumber!,
            Title = document.Draft.Title,
            CopyCount = application.CopyCount,
            DocumentSha256 = application.DocumentSha256,
            PrintSha256 = application.PrintSha256,
            SealedSha256 = hash,
            Custodian = caller.Actor,
            CustodianPost = post,
            Approver = application.Approval!.Person,
            Applicant = application.Applicant,
            Time = clock.Now,
            Provider = provider.DisplayName,
            IsTest = provider.IsTest,
            Notice = provider.Notice,
        };
        db.SealUses.Add(use);
        return use;
    }
}
