using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Grpc.Core;

namespace Backoffice.Testing;

/// <summary>A small bureau for tests: an office, two sections, the leaders, and another organ.</summary>
public static class Office
{
    public const string Clerk = "clerk";
    public const string OfficeDirector = "office-director";
    public const string SectionChief = "section-chief";
    public const string Staff = "staff";
    public const string FinanceChief = "finance-chief";
    public const string DeputyDirector = "deputy-director";
    public const string Director = "director";
    public const string County = "county";

    public const string OfficeUnit = "units/office";
    public const string SectionUnit = "units/relief";
    public const string FinanceUnit = "units/finance";
    public const string LeadersUnit = "units/leaders";
    public const string CountyUnit = "units/county-bureau";

    private static readonly Dictionary<string, (string Unit, Role Role, PostFunction Function)> People = new()
    {
        [Clerk] = (OfficeUnit, Role.Clerk, PostFunction.Registrar),
        [OfficeDirector] = (OfficeUnit, Role.OfficeDirector, PostFunction.OfficeDirector),
        [SectionChief] = (SectionUnit, Role.SectionChief, PostFunction.SectionChief),
        [Staff] = (SectionUnit, Role.Staff, PostFunction.Staff),
        [FinanceChief] = (FinanceUnit, Role.SectionChief, PostFunction.SectionChief),
        [DeputyDirector] = (LeadersUnit, Role.DeputyDirector, PostFunction.DeputyDirector),
        [Director] = (LeadersUnit, Role.Director, PostFunction.Director),
        [County] = (CountyUnit, Role.Counterpart, PostFunction.Counterpart),
    };

    public static Backoffice.Coordination.V1.Directory Directory { get; } = new()
    {
        Version = 1,
        Units =
        {
            new Unit { Name = OfficeUnit, DisplayName = "办公室", Kind = UnitKind.Office },
            new Unit { Name = SectionUnit, DisplayName = "社会救助科", Kind = UnitKind.Section },
            new Unit { Name = FinanceUnit, DisplayName = "规划财务科", Kind = UnitKind.Section },
            new Unit { Name = LeadersUnit, DisplayName = "局领导", Kind = UnitKind.Leadership },
            new Unit { Name = CountyUnit, DisplayName = "县民政局", Kind = UnitKind.External },
        },
        Posts = { People.Select(p => new Post { Name = $"posts/{p.Key}", DisplayName = p.Key, Unit = p.Value.Unit, Function = p.Value.Function }) },
        People = { People.Select(p => new Person { Name = $"people/{p.Key}", DisplayName = p.Key, Account = p.Key, Posts = { $"posts/{p.Key}" } }) },
    };

    /// <summary>The same bureau with a crowd beside it: people without a post, `people/reader-1` and so on, who sign in as `reader-1`.</summary>
    public static Backoffice.Coordination.V1.Directory WithCrowd(int count)
    {
        var directory = Directory.Clone();
        directory.People.AddRange(Crowd(count).Select(name => new Person { Name = name, DisplayName = name.Split('/')[1], Account = name.Split('/')[1] }));
        return directory;
    }

    /// <summary>`people/{id}` of the readers that a crowd adds.</summary>
    public static IReadOnlyList<string> Crowd(int count) => [.. Enumerable.Range(1, count).Select(i => $"people/reader-{i}")];

    /// <summary>Calls a service as one of the office's people.</summary>
    public static CallInvoker As(this Suite suite, string service, string person) => suite.Call(service, person, People[person].Role);
}
