using System.Globalization;
using Backoffice.Document.V1;
using Backoffice.Host.Import;
using Backoffice.Meeting.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>A morning at the office: import → search → read → register one by hand → book a room against a clash.</summary>
public sealed class OfficeDayTests(Demonstrations demonstrations)
{
    [Theory, EveryDatabaseAndWire]
    public async Task Documents_come_in_are_found_and_read_and_the_room_is_booked_once(StoreKind store, Wire wire)
    {
        var suite = await demonstrations.On(store);
        var clerk = await suite.AsAsync("clerk", wire);
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(clerk);

        var imported = await ImportAsync(documents);
        var found = await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = "养老服务" });
        found.TotalSize.ShouldBeGreaterThan(0);
        found.Hits.ShouldAllBe(h => h.Snippet.Contains("养老服务") || h.IncomingDocument.Title.Contains("养老服务"));
        var published = found.Hits.First(h => h.IncomingDocument.Source.Length > 0).IncomingDocument;
        var read = (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = published.Name })).IncomingDocument;
        read.Body.ShouldBe(imported[read.Source].Body);

        await RegisterByHandAsync(suite, documents, wire);
        await BookAgainstAClashAsync(suite, wire);
    }

    private static async Task<Dictionary<string, IncomingDocument>> ImportAsync(IncomingDocumentService.IncomingDocumentServiceClient documents)
    {
        var records = new List<IncomingDocument>();
        foreach (var line in await File.ReadAllLinesAsync(RepositoryFiles.Path("tests/data/official-documents.jsonl")))
        {
            DocumentLine.TryRead(line, "official-documents", out var document, out var why).ShouldBeTrue(why);
            records.Add(document);
        }
        foreach (var batch in records.Chunk(20))
        {
            var outcomes = (await documents.ImportIncomingDocumentsAsync(new ImportIncomingDocumentsRequest { IncomingDocuments = { batch } })).Outcomes;
            outcomes.ShouldAllBe(o => o.Refusal == null);
        }
        return records.ToDictionary(r => r.Source);
    }

    private static async Task RegisterByHandAsync(Demonstration suite, IncomingDocumentService.IncomingDocumentServiceClient documents, Wire wire)
    {
        var title = $"关于开展养老服务调研的函 {wire} {Guid.NewGuid():N}";
        var request = new RegisterIncomingDocumentRequest
        {
            IncomingDocument = new IncomingDocument { Title = title, Issuer = "清河县民政局", DocumentNumber = $"清民函〔2026〕{Guid.NewGuid().ToString("N")[..6]}号", Genre = DocumentGenre.Letter },
            RequestId = Guid.NewGuid().ToString(),
        };
        var registered = (await documents.RegisterIncomingDocumentAsync(request)).IncomingDocument;
        (await documents.RegisterIncomingDocumentAsync(request)).IncomingDocument.ShouldBe(registered);
        registered.RegistrationNumber.ShouldStartWith("收〔");

        // The director sees it, the section and the county do not: not by id, not by list, not by search, not by count.
        var director = new IncomingDocumentService.IncomingDocumentServiceClient(await suite.AsAsync("director", wire));
        (await director.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = registered.Name })).IncomingDocument.Title.ShouldBe(title);
        foreach (var outsider in new[] { "section-chief", "county" })
        {
            var others = new IncomingDocumentService.IncomingDocumentServiceClient(await suite.AsAsync(outsider, wire));
            await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", others.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = registered.Name }));
            (await others.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = title })).TotalSize.ShouldBe(0);
            var list = await others.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { Filter = $"document_number = \"{registered.DocumentNumber}\"" });
            (list.TotalSize, list.IncomingDocuments.Count).ShouldBe((0, 0));
        }
    }

    private static async Task BookAgainstAClashAsync(Demonstration suite, Wire wire)
    {
        var bookings = new RoomBookingService.RoomBookingServiceClient(await suite.AsAsync("office-director", wire));
        var others = new RoomBookingService.RoomBookingServiceClient(await suite.AsAsync("section-chief", wire));
        // Each walk takes a day of its own.
        var day = DateTimeOffset.Parse("2031-01-01T01:00:00Z", CultureInfo.InvariantCulture).AddDays(((int)wire * 10) + (suite.Store.Kind == StoreKind.Sqlite ? 0 : 100));
        var booked = (await bookings.CreateRoomBookingAsync(Booking(day, "局长办公会"))).RoomBooking;
        var info = await Refused.ForAsync("ROOM_TAKEN", others.CreateRoomBookingAsync(Booking(day.AddMinutes(30), "科务会")));
        info.Metadata["room"].ShouldBe("rooms/first");
        info.Metadata.Values.ShouldAllBe(v => !v.Contains("局长办公会"));
        await others.CreateRoomBookingAsync(Booking(day.AddHours(1), "科务会"));
        var list = await bookings.ListRoomBookingsAsync(new ListRoomBookingsRequest
        {
            Room = "rooms/first",
            StartTime = Timestamp.FromDateTimeOffset(day),
            EndTime = Timestamp.FromDateTimeOffset(day.AddHours(8)),
        });
        list.RoomBookings.Count.ShouldBe(2);
        await bookings.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booked.Name, Etag = booked.Etag });
    }

    private static CreateRoomBookingRequest Booking(DateTimeOffset start, string title) => new()
    {
        RoomBooking = new RoomBooking { Room = "rooms/first", Title = title, StartTime = Timestamp.FromDateTimeOffset(start), EndTime = Timestamp.FromDateTimeOffset(start.AddHours(1)) },
    };
}
