using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Meeting.Tests.Rooms;

public sealed class ListRoomsTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Pages_hold_every_room_once_in_order_of_name(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var created = new[] { await office.NewRoomAsync(), await office.NewRoomAsync(), await office.NewRoomAsync() };
        var walked = new List<string>();
        var request = new ListRoomsRequest { PageSize = 2 };
        do
        {
            var page = await office.Rooms.ListRoomsAsync(request);
            page.Rooms.Count.ShouldBeLessThanOrEqualTo(2);
            walked.AddRange(page.Rooms.Select(r => r.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        walked.ShouldBeUnique();
        walked.Where(created.Contains).ShouldBe(created.Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_token_of_another_list_is_refused(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Rooms.ListRoomsAsync(new ListRoomsRequest { PageToken = "AAAAAAAAAAAA" }));
        (await Refused.FieldsOfAsync(office.Rooms.ListRoomsAsync(new ListRoomsRequest { PageSize = 1001 }))).ShouldBe(["page_size"]);
    }

    [Theory, EveryDatabase]
    public async Task A_counterpart_lists_no_rooms(StoreKind store)
    {
        var counterpart = new RoomService.RoomServiceClient((await suites.On(store)).Call("meeting", "guest", Role.Counterpart));
        await Refused.ForAsync("PERMISSION_DENIED", counterpart.ListRoomsAsync(new ListRoomsRequest()));
    }
}
