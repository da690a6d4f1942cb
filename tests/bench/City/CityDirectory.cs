using Backoffice.Bench.Raw;
using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Testing;

namespace Backoffice.Bench.City;

/// <summary>
/// Enters the city's organisation into the records of the coordination service, which publishes it to the others as it does any:
/// the first unit, post and person by calls, the rest as rows like theirs.
/// </summary>
internal sealed class CityDirectory(Suite suite, CityOffice office)
{
    /// <summary>The row from which versions of the directory are numbered.</summary>
    private const string Versions = "directory-version";

    private RowForm? _unit, _post, _person, _holding;

    /// <summary>Makes the first of each, while the service runs.</summary>
    public async Task BeginAsync()
    {
        var calls = suite.Call("coordination", "sysadmin", Role.SystemAdministrator);
        var (unit, first) = (office.Units[0], office.Residents[0]);
        var place = office.Units.Single(u => u.Name == first.Unit);
        var units = new UnitService.UnitServiceClient(calls);
        await units.CreateUnitAsync(new CreateUnitRequest { UnitId = IdOf(unit.Name), Unit = unit });
        await units.CreateUnitAsync(new CreateUnitRequest { UnitId = IdOf(place.Name), Unit = place });
        await new PostService.PostServiceClient(calls).CreatePostAsync(
            new CreatePostRequest { PostId = first.Account, Post = new Post { DisplayName = TitleOf(first), Unit = first.Unit, Function = first.Function, Responsibilities = { place.Responsibilities } } });
        await new PersonService.PersonServiceClient(calls).CreatePersonAsync(
            new CreatePersonRequest { PersonId = first.Account, Person = new Person { DisplayName = first.DisplayName, Account = first.Account, Posts = { first.Post } } });
        await using var raw = RawStore.Open(suite.Store, "coordination");
        (_unit, _post, _person, _holding) = (await raw.FormOfAsync("units"), await raw.FormOfAsync("posts"), await raw.FormOfAsync("people"), await raw.FormOfAsync("holdings"));
    }

    /// <summary>Makes the rest, while it does not.</summary>
    public async Task FillAsync()
    {
        await using var bulk = Bulk.Open(suite.Store, "coordination");
        var (first, duties) = (office.Residents[0], office.Units.ToDictionary(u => u.Name, u => (IEnumerable<string>)u.Responsibilities));
        var rest = office.Residents.Skip(1).ToList();
        await bulk.WriteAsync("units", _unit!.Columns, [.. office.Units.Skip(1).Where(u => u.Name != first.Unit).Select(u => _unit.ValuesWith(
            ("name", u.Name), ("display_name", u.DisplayName), ("short_name", u.ShortName), ("kind", u.Kind.ToString()), ("parent", u.Parent), ("responsibilities", _unit.ListLike("responsibilities", u.Responsibilities))))]);
        await bulk.WriteAsync("posts", _post!.Columns, [.. rest.Select(r => _post.ValuesWith(
            ("name", r.Post), ("display_name", TitleOf(r)), ("unit", r.Unit), ("function", r.Function.ToString()), ("responsibilities", _post.ListLike("responsibilities", duties[r.Unit]))))]);
        await bulk.WriteAsync("people", _person!.Columns, [.. rest.Select(r => _person.ValuesWith(("name", r.Person), ("display_name", r.DisplayName), ("account", r.Account)))]);
        await bulk.WriteAsync("holdings", _holding!.Columns, [.. rest.Select(r => _holding.ValuesWith(("person", r.Person), ("post", r.Post)))]);
        await bulk.RunAsync($"UPDATE counters SET last = last + 1 WHERE name = '{Versions}'");
        await bulk.FinishAsync();
    }

    private string TitleOf(Resident resident) => office.Units.First(u => u.Name == resident.Unit).DisplayName + resident.Function switch
    {
        PostFunction.Registrar => "文书",
        PostFunction.OfficeDirector => "主任",
        PostFunction.Director => "市长",
        PostFunction.DeputyDirector => "副市长",
        PostFunction.SectionChief => "科长",
        PostFunction.Counterpart => "经办人",
        _ => "科员",
    };

    private static string IdOf(string name) => name.Split('/')[1];
}
