using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Meeting.Tests.Rooms;

public sealed class CreateRoomTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_room_is_created_with_everything_sent(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var sent = new Room { DisplayName = "一楼报告厅", SeatCount = 200, Location = "主楼一层", Equipment = { "投影", "视频会议" }, OutOfService = true };
        var created = (await office.Rooms.CreateRoomAsync(new CreateRoomRequest { Room = sent, RoomId = $"hall-{store.ToString().ToLowerInvariant()}" })).Room;
        created.ShouldBe(new Room(sent) { Name = $"rooms/hall-{store.ToString().ToLowerInvariant()}", Etag = "1" });
    }

    [Theory, EveryDatabase]
    public async Task A_name_is_given_once(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = new CreateRoomRequest { Room = new Room { DisplayName = "小会议室" }, RoomId = "twice" };
        await office.Rooms.CreateRoomAsync(request);
        var refused = await Refused.ForAsync("NAME_TAKEN", office.Rooms.CreateRoomAsync(request));
        refused.Metadata["name"].ShouldBe("rooms/twice");
        refused.Domain.ShouldBe("backoffice.meeting");
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = new CreateRoomRequest { Room = new Room { DisplayName = "小会议室" }, RequestId = MeetingOffice.NewRequestId() };
        var first = await office.Rooms.CreateRoomAsync(request);
        (await office.Rooms.CreateRoomAsync(request)).ShouldBe(first);
        request.Room.DisplayName = "另一个";
        await Refused.ForAsync("REQUEST_ID_REUSED", office.Rooms.CreateRoomAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_office_director_creates_rooms(StoreKind store)
    {
        var suite = await suites.On(store);
        var clerk = new RoomService.RoomServiceClient(suite.Call("meeting", "clerk", Role.Clerk, Role.SectionChief));
        await Refused.ForAsync("PERMISSION_DENIED", clerk.CreateRoomAsync(new CreateRoomRequest { Room = new Room { DisplayName = "小会议室" } }));
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_named(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var fields = await Refused.FieldsOfAsync(office.Rooms.CreateRoomAsync(new CreateRoomRequest { RoomId = "Bad Id", Room = new Room { SeatCount = -1 }, RequestId = "1" }));
        fields.ShouldBe(["room.display_name", "room.seat_count", "room_id", "request_id"]);
    }
}
