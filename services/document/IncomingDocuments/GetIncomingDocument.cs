using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    private const int MostAnswers = 20;

    private static readonly CompiledQuery<DocumentDb, string, IReadOnlyList<string>, Answer> Answering = new((db, name, principals) => db.OutgoingDocuments
        .Where(d => d.Draft.InReplyTo == name && d.Readers.Any(r => principals.Contains(r.Principal)))
        .OrderByDescending(d => d.OrderKey).Take(MostAnswers).Select(d => new Answer(d.Id, d.Draft.Title, d.DocumentNumber, d.DispatchTime)));

    public override async Task<GetIncomingDocumentResponse> GetIncomingDocument(GetIncomingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadAsync(request.Name, caller, context.CancellationToken);
        await secrecy.RecordReaderAsync(document, context);
        var message = document.ToProto(withBody: true);
        message.AnsweringDocuments.AddRange(await AnsweringAsync(document.Name, context.CancellationToken));
        return new GetIncomingDocumentResponse { IncomingDocument = message };
    }

    private async Task<IEnumerable<AnsweringDocument>> AnsweringAsync(string name, CancellationToken stop) =>
        (await Answering.ReadAsync(db, name, caller.Principals, stop)).Select(a => new AnsweringDocument
        {
            OutgoingDocument = $"outgoingDocuments/{a.Id}",
            Title = a.Title,
            DocumentNumber = a.DocumentNumber ?? "",
            DispatchTime = a.DispatchTime is { } sent ? Timestamp.FromDateTimeOffset(sent) : null,
        });

    private sealed record Answer(Guid Id, string Title, string? DocumentNumber, DateTimeOffset? DispatchTime);
}
