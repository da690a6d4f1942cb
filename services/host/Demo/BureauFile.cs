using Backoffice.Coordination.V1;
using Backoffice.Logistics.V1;
using Backoffice.Meeting.V1;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;

namespace Backoffice.Host.Demo;

/// <summary>The demonstration's bureau as `bureau.json` has it.</summary>
internal sealed record BureauFile(
    string CreditCode, IReadOnlyList<DemoUnit> Units, IReadOnlyList<DemoPost> Posts, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoAccount> Accounts,
    IReadOnlyList<DemoRoom> Rooms, IReadOnlyList<DemoVehicle> Vehicles);

/// <param name="Relation">What another organ is to the bureau, where its name does not tell; a `Relation` of the regulations.</param>
internal sealed record DemoUnit(string Id, string DisplayName, string ShortName, string Kind, string Parent, IReadOnlyList<string> Responsibilities, string Relation = "")
{
    public CreateUnitRequest ToRequest() => new()
    {
        UnitId = Id,
        Unit = new Unit
        {
            DisplayName = DisplayName,
            ShortName = ShortName,
            Kind = Enum.Parse<UnitKind>(Kind),
            Parent = Parent.Length > 0 ? $"units/{Parent}" : "",
            Responsibilities = { Responsibilities },
        },
    };
}

internal sealed record DemoPost(string Id, string DisplayName, string Unit, string Function, string BackupPost, IReadOnlyList<string> Responsibilities)
{
    public CreatePostRequest ToRequest() => new()
    {
        PostId = Id,
        Post = new Post { DisplayName = DisplayName, Unit = $"units/{Unit}", Function = Enum.Parse<PostFunction>(Function), Responsibilities = { Responsibilities } },
    };

    public UpdatePostRequest ToBackupRequest() => new()
    {
        // The whole message is validated, so the unchanged fields are stated too.
        Post = new Post { Name = $"posts/{Id}", DisplayName = DisplayName, Unit = $"units/{Unit}", BackupPost = $"posts/{BackupPost}" },
        UpdateMask = new FieldMask { Paths = { "backup_post" } },
    };
}

internal sealed record DemoPerson(string Id, string DisplayName, string Account, IReadOnlyList<string> Posts)
{
    public CreatePersonRequest ToRequest() => new()
    {
        PersonId = Id,
        Person = new Person { DisplayName = DisplayName, Account = Account, Posts = { Posts.Select(p => $"posts/{p}") } },
    };
}

internal sealed record DemoAccount(string Login, string DisplayName, IReadOnlyList<string> Roles);

internal sealed record DemoRoom(string Id, string DisplayName, int SeatCount, string Location, IReadOnlyList<string> Equipment)
{
    public CreateRoomRequest ToRequest() => new()
    {
        RoomId = Id,
        Room = new Room { DisplayName = DisplayName, SeatCount = SeatCount, Location = Location, Equipment = { Equipment } },
    };
}

internal sealed record DemoVehicle(string Id, string DisplayName, string PlateNumber, string Model, int SeatCount)
{
    public CreateVehicleRequest ToRequest() => new()
    {
        VehicleId = Id,
        Vehicle = new Vehicle { DisplayName = DisplayName, PlateNumber = PlateNumber, Model = Model, SeatCount = SeatCount },
    };
}
