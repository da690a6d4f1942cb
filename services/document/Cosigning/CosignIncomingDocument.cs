using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.Cosigning;

internal sealed partial class CosigningService
{
    public override async Task<CosignIncomingDocumentResponse> CosignIncomingDocument(CosignIncomingDocumentRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var (document, post) = await HeldAsync(request.Name, request.MatterEtag, context.CancellationToken);
        if (request.Etag.Length > 0)
            document.ExpectEtag(request.Etag, document.Name);
        if (request.SignDate.ToDay() is var day && day != clock.Today)
            throw DocumentErrors.SignDate(day, clock.Today);
        var (rank, _) = heads.RankAt(post);
        if (rank == SignerRank.None)
            throw DocumentErrors.NotAHead(directory.Current.DisplayNameOf(post));
        document.Cosign(new Cosignature
        {
            Signer = caller.DisplayName,
            Person = caller.Actor,
            Post = post,
            Principal = rank is SignerRank.PrincipalHead or SignerRank.ActingHead,
            Day = day,
            Opinion = request.Opinion,
            ContentSha256 = document.ContentSha256(),
        });
        turn.Publish(new IncomingDocumentCosigned { IncomingDocument = document.Name, Principal = document.Cosignature!.Principal, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new CosignIncomingDocumentResponse { IncomingDocument = document.ToProto(withBody: true) });
    }
}
