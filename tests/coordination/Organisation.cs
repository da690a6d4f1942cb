using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Coordination.Tests;

/// <summary>The organisation as its system administrator handles it; every test makes its own units, posts and people.</summary>
internal sealed class Organisation(Suite suite)
{
    public UnitService.UnitServiceClient Units { get; } = new(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));

    public PostService.PostServiceClient Posts { get; } = new(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));

    public PersonService.PersonServiceClient People { get; } = new(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));

    public DirectoryService.DirectoryServiceClient Directory { get; } = new(suite.Call("coordination", "clerk", Role.Clerk));

    public async Task<Unit> UnitAsync(string parent = "", UnitKind kind = UnitKind.Section) =>
        (await Units.CreateUnitAsync(new CreateUnitRequest { Unit = new Unit { DisplayName = "科室", Parent = parent, Kind = kind } })).Unit;

    public async Task<Post> PostAsync(string? unit = null, string backup = "") =>
        (await Posts.CreatePostAsync(new CreatePostRequest { Post = new Post { DisplayName = "岗位", Unit = unit ?? (await UnitAsync()).Name, BackupPost = backup } })).Post;

    public async Task<Person> PersonAsync(params string[] posts) =>
        (await People.CreatePersonAsync(new CreatePersonRequest { Person = new Person { DisplayName = "某人", Posts = { posts } } })).Person;

    /// <summary>Somebody who signs in under an account of the same name as the person, known to the service as the holder of these posts.</summary>
    public async Task<Person> HolderAsync(params string[] posts)
    {
        var id = $"h{Guid.CreateVersion7():N}";
        var person = (await People.CreatePersonAsync(new CreatePersonRequest { PersonId = id, Person = new Person { DisplayName = "某人", Account = id, Posts = { posts } } })).Person;
        await KnownAsync();
        return person;
    }

    /// <summary>Waits until the service, or a replica of it, decides by the directory as it stands.</summary>
    public async Task KnownAsync(string service = "coordination")
    {
        var version = (await Directory.GetDirectoryAsync(new GetDirectoryRequest())).Directory.Version;
        await suite.Services(service).GetRequiredService<DirectoryCache>().CatchUpAsync(version, CancellationToken.None);
    }

    public DelegationService.DelegationServiceClient DelegationsAs(Person person, Role role = Role.Clerk) => new(suite.Call("coordination", person.Account, role));

    public async Task<Unit> ChangeAsync(Unit unit, params string[] paths) =>
        (await Units.UpdateUnitAsync(new UpdateUnitRequest { Unit = unit, UpdateMask = new FieldMask { Paths = { paths } } })).Unit;

    public async Task<Post> ChangeAsync(Post post, params string[] paths) =>
        (await Posts.UpdatePostAsync(new UpdatePostRequest { Post = post, UpdateMask = new FieldMask { Paths = { paths } } })).Post;

    public async Task<Person> ChangeAsync(Person person, params string[] paths) =>
        (await People.UpdatePersonAsync(new UpdatePersonRequest { Person = person, UpdateMask = new FieldMask { Paths = { paths } } })).Person;
}

internal static class OrganisationOnSuites
{
    public static async Task<Organisation> OrganisationOn(this CoordinationSuites suites, StoreKind store) => new(await suites.On(store));
}
