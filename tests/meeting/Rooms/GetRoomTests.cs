using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Meeting.Tests.Rooms;

public sealed class GetRoomTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_room_is_read_as_created(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var created = (await office.Rooms.CreateRoomAsync(new CreateRoomRequest { Room = new Room { DisplayName = "小会议室", Equipment = { "白板" } } })).Room;
        (await office.Rooms.GetRoomAsync(new GetRoomRequest { Name = created.Name })).Room.ShouldBe(created);
    }

    [Theory, EveryDatabase]
    public async Task A_room_that_is_none_is_not_found(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var refused = await Refused.ForAsync("ROOM_NOT_FOUND", office.Rooms.GetRoomAsync(new GetRoomRequest { Name = "rooms/none" }));
        refused.Metadata["name"].ShouldBe("rooms/none");
        (await Refused.FieldsOfAsync(office.Rooms.GetRoomAsync(new GetRoomRequest { Name = "rooms/none\n" }))).ShouldBe(["name"]);
    }

    [Theory, EveryDatabase]
    public async Task The_auditor_reads_no_rooms(StoreKind store)
    {
        var suite = await suites.On(store);
        var auditor = new RoomService.RoomServiceClient(suite.Call("meeting", "auditor", Role.SecurityAuditor));
        await Refused.ForAsync("PERMISSION_DENIED", auditor.GetRoomAsync(new GetRoomRequest { Name = "rooms/none" }));
        await Refused.ForAsync("UNAUTHENTICATED", new RoomService.RoomServiceClient(suite.CallWith("meeting", null)).GetRoomAsync(new GetRoomRequest { Name = "rooms/none" }));
    }
}
