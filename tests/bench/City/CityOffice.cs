using Backoffice.Coordination.V1;

namespace Backoffice.Bench.City;

/// <summary>
/// The city's government: one organ with its leaders, its general office, bureaus with their sections and a few organs outside.
/// Large sections get most of the papers, and one registrar enters a third of them.
/// </summary>
internal sealed class CityOffice
{
    public const string Organ = "units/city";
    public const string LeadersUnit = "units/leaders";
    public const string GeneralOffice = "units/office";

    private const int Registrars = 12;
    private const int Deputies = 8;
    private const int Outside = 5;

    private readonly List<Unit> _units = [];
    private readonly List<Resident> _residents = [];
    private readonly List<(Resident Chief, Resident[] Staff)> _sections = [];
    private readonly Skewed _registrar = new(Registrars, 1);
    private readonly Skewed _section;
    private readonly Skewed[] _staff;

    public CityOffice(int seed)
    {
        var random = new Random(seed);
        _units.Add(new Unit { Name = Organ, DisplayName = "清源市人民政府", ShortName = "市政府", Kind = UnitKind.Organ });
        _units.Add(UnitOf(LeadersUnit, "市领导", UnitKind.Leadership, Organ, "全市政府工作"));
        _units.Add(UnitOf(GeneralOffice, "市政府办公室", UnitKind.Office, Organ, "收文登记、拟办、传阅、催办", "公文制发"));
        Hire(random, GeneralOffice, PostFunction.Registrar, Registrars);
        Hire(random, GeneralOffice, PostFunction.OfficeDirector, 1);
        Hire(random, LeadersUnit, PostFunction.Director, 1);
        Hire(random, LeadersUnit, PostFunction.DeputyDirector, Deputies);
        AddSections();
        for (var i = 1; i <= Outside; i++)
        {
            _units.Add(UnitOf($"units/county-{i}", $"第{i}区人民政府", UnitKind.External, "", "与市政府交换公文"));
            Hire(random, _units[^1].Name, PostFunction.Counterpart, 2);
        }

        var places = _units.Where(u => u.Kind == UnitKind.Section).ToList();
        _section = new Skewed(places.Count, 0.9);
        // Who is large has most of the work, though not all of it.
        var sizes = new Skewed(places.Count, 0.5).Share(CityPlan.People - _residents.Count, 6);
        foreach (var (place, size) in places.Zip(sizes))
            _sections.Add((Hire(random, place.Name, PostFunction.SectionChief, 1)[0], Hire(random, place.Name, PostFunction.Staff, size - 1)));
        _staff = [.. _sections.Select(s => new Skewed(s.Staff.Length, 0.7))];
    }

    public IReadOnlyList<Unit> Units => _units;

    public IReadOnlyList<Resident> Residents => _residents;

    /// <summary>Who screens every new paper: the procedure gives it to the first registrar by name.</summary>
    public Resident Registrar => _residents[0];

    public Resident OfficeDirector => _residents[Registrars];

    public Resident Director => _residents[Registrars + 1];

    /// <summary>Chief of the section that gets the n-th most papers, from 0.</summary>
    public Resident ChiefOf(int section) => _sections[section].Chief;

    /// <summary>A chief who sees one document of two hundred: a page of them where there are twelve thousand in all.</summary>
    public Resident Chief => ChiefOf(12);

    /// <summary>Those who handle one paper, in the order of <see cref="Part"/>.</summary>
    public Resident[] Handlers(Random random)
    {
        var lead = _section.Choose(random);
        // The next one, where the same is chosen twice.
        var assisting = _section.Choose(random) is var other && other == lead ? (lead + 1) % _sections.Count : other;
        // Each deputy is in charge of the same bureaus from year to year.
        var deputy = Registrars + 2 + (lead % Deputies);
        return [_residents[_registrar.Choose(random)], OfficeDirector, Director, _residents[deputy], _sections[lead].Chief, _sections[lead].Staff[_staff[lead].Choose(random)], _sections[assisting].Chief];
    }

    /// <summary>Sections until there are as many units as there shall be: the duties of a bureau and what every bureau has, one bureau after another.</summary>
    private void AddSections()
    {
        for (var round = 0; _units.Count < CityPlan.Units - Outside; round++)
        {
            foreach (var ((bureau, duties), number) in CityNames.Bureaus.Select((b, i) => (b, i)))
            {
                string[] sections = ["", .. duties.Select(d => $"{d}科"), .. CityNames.Everywhere];
                if (round >= sections.Length || _units.Count == CityPlan.Units - Outside)
                    continue;
                var whole = $"units/b{number:00}";
                _units.Add(round == 0
                    ? UnitOf(whole, $"市{bureau}", UnitKind.Section, Organ, duties)
                    : UnitOf($"{whole}-{round}", $"市{bureau}{sections[round]}", UnitKind.Section, whole, sections[round]));
            }
        }
    }

    private Resident[] Hire(Random random, string unit, PostFunction function, int count)
    {
        var hired = Enumerable.Range(_residents.Count + 1, count).Select(n => new Resident($"p{n:0000}", CityNames.Person(random), unit, function)).ToArray();
        _residents.AddRange(hired);
        return hired;
    }

    private static Unit UnitOf(string name, string displayName, UnitKind kind, string parent, params string[] duties) =>
        new() { Name = name, DisplayName = displayName, Kind = kind, Parent = parent, Responsibilities = { duties } };
}
