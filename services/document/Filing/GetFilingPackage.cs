using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Filing;

internal sealed partial class FilingService
{
    public override async Task GetFilingPackage(
        GetFilingPackageRequest request, IServerStreamWriter<GetFilingPackageResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var papers = request.Subject.StartsWith("incoming", StringComparison.Ordinal)
            ? await OfIncomingAsync(await db.ReadAnyIncomingAsync(request.Subject, stop) ?? throw DocumentErrors.NotFound(request.Subject), stop)
            : await OfOutgoingAsync(await db.ReadAnyOutgoingAsync(request.Subject, stop) ?? throw DocumentErrors.OutgoingNotFound(request.Subject), stop);
        await responseStream.WriteAsync(new GetFilingPackageResponse { Package = papers.Package }, stop);

        for (var file = 0; file < papers.Contents.Count; file++)
        {
            await using var content = await papers.Contents[file](stop);
            await foreach (var data in content.ChunksAsync(stop))
                await responseStream.WriteAsync(new GetFilingPackageResponse { File = file, Data = data }, stop);
        }
    }
}
