using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    private const int MostAnswers = 20;

    public override async Task<GetIncomingDocumentResponse> GetIncomingDocument(GetIncomingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadAsync(request.Name, caller, context.CancellationToken);
        await secrecy.RecordReaderAsync(document, context);
        var message = document.ToProto(withBody: true);
        message.AnsweringDocuments.AddRange(await AnsweringAsync(document.Name, context.CancellationToken));
        return new GetIncomingDocumentResponse { IncomingDocument = message };
    }

    private async Task<IEnumerable<AnsweringDocument>> AnsweringAsync(string name, CancellationToken stop)
    {
        var principals = caller.Principals;
        var answering = await db.OutgoingDocuments.AsNoTracking()
            .Where(d => d.Draft.InReplyTo == name && d.Readers.Any(r => principals.Contains(r.Principal)))
            .OrderByDescending(d => d.OrderKey).Take(MostAnswers).Select(d => new { d.Id, d.Draft.Title, d.DocumentNumber, d.DispatchTime }).ToListAsync(stop);
        return answering.Select(d => new AnsweringDocument
        {
            OutgoingDocument = $"outgoingDocuments/{d.Id}",
            Title = d.Title,
            DocumentNumber = d.DocumentNumber ?? "",
            DispatchTime = d.DispatchTime is { } sent ? Timestamp.FromDateTimeOffset(sent) : null,
        });
    }
}
