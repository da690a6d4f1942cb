using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Meeting.Tests.Rooms;

public sealed class UpdateRoomTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Only_the_fields_of_the_mask_change(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var created = (await office.Rooms.CreateRoomAsync(new CreateRoomRequest { Room = new Room { DisplayName = "小会议室", SeatCount = 8, Equipment = { "白板" } } })).Room;
        var sent = new Room { Name = created.Name, DisplayName = "不改", SeatCount = 12, Equipment = { "投影", "白板" } };
        var updated = (await office.Rooms.UpdateRoomAsync(Update(sent, "seat_count", "equipment"))).Room;
        updated.ShouldBe(new Room { Name = created.Name, Etag = "2", DisplayName = "小会议室", SeatCount = 12, Equipment = { "投影", "白板" } });
        (await office.Rooms.GetRoomAsync(new GetRoomRequest { Name = created.Name })).Room.ShouldBe(updated);
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_changes_nothing(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var name = await office.NewRoomAsync();
        await office.Rooms.UpdateRoomAsync(Update(new Room { Name = name, Etag = "1", DisplayName = "甲" }, "display_name"));
        await Refused.ForAsync("STALE_ETAG", office.Rooms.UpdateRoomAsync(Update(new Room { Name = name, Etag = "1", DisplayName = "乙" }, "display_name")));
        (await office.Rooms.GetRoomAsync(new GetRoomRequest { Name = name })).Room.DisplayName.ShouldBe("甲");
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_read_the_same_state_one_changes_it(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var name = await office.NewRoomAsync();
        var reasons = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => Refused.ReasonOfAsync(
            office.Rooms.UpdateRoomAsync(Update(new Room { Name = name, Etag = "1", DisplayName = "会议室", SeatCount = i }, "seat_count")))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("STALE_ETAG", 9)]);
    }

    [Theory, EveryDatabase]
    public async Task What_the_mask_may_not_name_is_refused(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var name = await office.NewRoomAsync();
        var refused = await Refused.ForAsync("INVALID_UPDATE_MASK", office.Rooms.UpdateRoomAsync(Update(new Room { Name = name, DisplayName = "乙" }, "display_name", "etag")));
        refused.Metadata["path"].ShouldBe("etag");
        (await office.Rooms.GetRoomAsync(new GetRoomRequest { Name = name })).Room.DisplayName.ShouldBe("三楼会议室");
    }

    [Theory, EveryDatabase]
    public async Task A_room_that_is_none_is_not_found(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        await Refused.ForAsync("ROOM_NOT_FOUND", office.Rooms.UpdateRoomAsync(Update(new Room { Name = "rooms/none", DisplayName = "乙" }, "display_name")));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = Update(new Room { Name = await office.NewRoomAsync(), Etag = "1", DisplayName = "甲" }, "display_name");
        request.RequestId = MeetingOffice.NewRequestId();
        var first = await office.Rooms.UpdateRoomAsync(request);
        (await office.Rooms.UpdateRoomAsync(request)).ShouldBe(first);
    }

    [Theory, EveryDatabase]
    public async Task A_section_chief_changes_no_rooms(StoreKind store)
    {
        var chief = new RoomService.RoomServiceClient((await suites.On(store)).Call("meeting", "chen", Role.SectionChief));
        await Refused.ForAsync("PERMISSION_DENIED", chief.UpdateRoomAsync(Update(new Room { Name = "rooms/none", DisplayName = "乙" }, "display_name")));
    }

    private static UpdateRoomRequest Update(Room room, params string[] paths) => new() { Room = room, UpdateMask = new FieldMask { Paths = { paths } } };
}
