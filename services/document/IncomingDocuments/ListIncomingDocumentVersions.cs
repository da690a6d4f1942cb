using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<ListIncomingDocumentVersionsResponse> ListIncomingDocumentVersions(
        ListIncomingDocumentVersionsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 20);
        var document = await db.ReadAsync(request.Parent, caller, stop);
        await secrecy.RecordReaderAsync(document, context);
        var below = page.After?.Number() ?? document.Version + 1;
        var past = await db.PastVersions.AsNoTracking().Where(v => v.DocumentId == document.Id && v.Version < below)
            .OrderByDescending(v => v.Version).Take(page.Size + 1).ToListAsync(stop);

        var versions = past.Select(ToProto).ToList();
        if (page.After is null)
            versions.Insert(0, Present(document));
        return new ListIncomingDocumentVersionsResponse
        {
            Versions = { versions.Take(page.Size) },
            NextPageToken = page.Next(versions, v => PageKey.Of(v.Version)),
        };
    }

    private static IncomingDocumentVersion ToProto(PastVersion version) => new()
    {
        Version = version.Version,
        IncomingDocument = V1.IncomingDocument.Parser.ParseFrom(version.Document),
        CreateTime = Timestamp.FromDateTimeOffset(version.Time),
        Person = version.Person,
        ChangedFields = { version.ChangedFields },
    };

    private static IncomingDocumentVersion Present(IncomingDocument document)
    {
        var message = document.ToProto(withBody: true);
        message.Attachments.Clear();
        return new IncomingDocumentVersion
        {
            Version = document.Version,
            IncomingDocument = message,
            CreateTime = Timestamp.FromDateTimeOffset(document.VersionTime),
            Person = document.VersionPerson,
            ChangedFields = { document.ChangedFields },
        };
    }
}
