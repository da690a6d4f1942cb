using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<ListOutgoingDocumentVersionsResponse> ListOutgoingDocumentVersions(
        ListOutgoingDocumentVersionsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var document = await db.ReadOutgoingAsync(request.Parent, caller, stop);
        await secrecy.RecordReaderAsync(document, context);
        var below = page.After?.Number() ?? document.Version + 1;
        var versions = await db.OutgoingPastVersions.AsNoTracking().Where(v => v.DocumentId == document.Id && v.Version < below)
            .OrderByDescending(v => v.Version).Take(page.Size + 1).ToListAsync(stop);
        var shown = versions.Select(ToProto).ToList();
        if (page.After is null)
            shown.Insert(0, Present(document));
        return new ListOutgoingDocumentVersionsResponse
        {
            Versions = { shown.Take(page.Size) },
            NextPageToken = page.Next(shown, v => PageKey.Of(v.Version)),
        };
    }

    private static OutgoingDocumentVersion ToProto(OutgoingPastVersion version) => new()
    {
        Version = version.Version,
        OutgoingDocument = V1.OutgoingDocument.Parser.ParseFrom(version.Document),
        CreateTime = Timestamp.FromDateTimeOffset(version.Time),
        Person = version.Person,
        ChangedFields = { version.ChangedFields },
        ChangeKind = version.ChangeKind,
        Reason = version.Reason,
    };

    private static OutgoingDocumentVersion Present(OutgoingDocument document) => new()
    {
        Version = document.Version,
        OutgoingDocument = document.ToProto(withBody: true),
        CreateTime = Timestamp.FromDateTimeOffset(document.VersionTime),
        Person = document.VersionPerson,
        ChangedFields = { document.ChangedFields },
        ChangeKind = document.ChangeKind,
        Reason = document.ChangeReason,
    };
}
