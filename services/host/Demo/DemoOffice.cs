using System.Text.Json;
using Backoffice.Coordination.V1;
using Backoffice.Host.Commands;
using Backoffice.Host.Up;
using Backoffice.Logistics.V1;
using Backoffice.Meeting.V1;
using Grpc.Core;

namespace Backoffice.Host.Demo;

/// <summary>Creates the demonstration's bureau through the gateway, as its administrators would. What exists already is left alone.</summary>
internal static class DemoOffice
{
    public static BureauFile Bureau { get; } = Read();

    public static async Task CreateAsync(Installation installation, RunningSuite suite, CancellationToken stop)
    {
        using var client = new SuiteClient(installation, new RunNote(Environment.ProcessId, suite.HttpUrl, suite.GrpcUrl, Demo: true));
        var token = await client.DemoTokenAsync("sysadmin", stop) ?? throw new InvalidOperationException("The demonstration's sysadmin gets no token.");
        await CreateOrganisationAsync(client.As(token), stop);
        var directory = await new DirectoryService.DirectoryServiceClient(client.As(token)).GetDirectoryAsync(new GetDirectoryRequest(), cancellationToken: stop);
        await suite.AgreeOnDirectoryAsync(directory.Directory.Version, stop);
        var director = await client.DemoTokenAsync("office-director", stop) ?? throw new InvalidOperationException("The demonstration's office director gets no token.");
        await CreateResourcesAsync(client.As(director), suite, stop);
    }

    /// <summary>The one password of the demonstration's accounts: the installation's own, so that no two demonstrations share it.</summary>
    public static string Password(Installation installation) => $"Demo-{installation.Secret("demo-password")[..10]}";

    private static async Task CreateOrganisationAsync(CallInvoker sysadmin, CancellationToken stop)
    {
        var (units, posts, people) = (new UnitService.UnitServiceClient(sysadmin), new PostService.PostServiceClient(sysadmin), new PersonService.PersonServiceClient(sysadmin));
        foreach (var unit in Bureau.Units)
            await UnlessThereAsync(() => units.CreateUnitAsync(unit.ToRequest(), cancellationToken: stop));
        // A post's backup may be a post further down the list: first without, then with.
        foreach (var post in Bureau.Posts)
            await UnlessThereAsync(() => posts.CreatePostAsync(post.ToRequest(), cancellationToken: stop));
        foreach (var post in Bureau.Posts.Where(p => p.BackupPost.Length > 0))
            await posts.UpdatePostAsync(post.ToBackupRequest(), cancellationToken: stop);
        foreach (var person in Bureau.People)
            await UnlessThereAsync(() => people.CreatePersonAsync(person.ToRequest(), cancellationToken: stop));
    }

    private static async Task CreateResourcesAsync(CallInvoker director, RunningSuite suite, CancellationToken stop)
    {
        var running = suite.Modules.Select(m => m.Name).ToHashSet();
        var (rooms, vehicles) = (new RoomService.RoomServiceClient(director), new VehicleService.VehicleServiceClient(director));
        foreach (var room in Bureau.Rooms.Where(_ => running.Contains("meeting")))
            await UnlessThereAsync(() => rooms.CreateRoomAsync(room.ToRequest(), cancellationToken: stop));
        foreach (var vehicle in Bureau.Vehicles.Where(_ => running.Contains("logistics")))
            await UnlessThereAsync(() => vehicles.CreateVehicleAsync(vehicle.ToRequest(), cancellationToken: stop));
    }

    private static async Task UnlessThereAsync<T>(Func<AsyncUnaryCall<T>> create)
    {
        try
        {
            await create();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.AlreadyExists)
        {
            // Created by an earlier start, and perhaps changed since by whoever tries the demonstration.
        }
    }

    private static BureauFile Read()
    {
        using var file = typeof(DemoOffice).Assembly.GetManifestResourceStream("bureau.json")!;
        return JsonSerializer.Deserialize<BureauFile>(file, JsonSerializerOptions.Web)!;
    }
}
