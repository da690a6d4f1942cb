using Backoffice.Testing;

namespace Backoffice.Bench.City;

/// <summary>Who plays the parts in the small bureau whose matters are the originals.</summary>
internal static class Parts
{
    private static readonly Dictionary<string, Part> People = new()
    {
        [Office.Clerk] = Part.Registrar,
        [Office.OfficeDirector] = Part.OfficeDirector,
        [Office.Director] = Part.Director,
        [Office.DeputyDirector] = Part.Deputy,
        [Office.SectionChief] = Part.Lead,
        [Office.Staff] = Part.Reader,
        [Office.FinanceChief] = Part.Assisting,
    };

    private static readonly Dictionary<string, Part> Units = new()
    {
        [Office.OfficeUnit] = Part.Registrar,
        [Office.LeadersUnit] = Part.Director,
        [Office.SectionUnit] = Part.Lead,
        [Office.FinanceUnit] = Part.Assisting,
    };

    /// <summary>Begins what a person is called in that bureau, so that it is told from everything else.</summary>
    public const string Called = "name-of-";

    public static Part? OfPerson(string id) => People.TryGetValue(id, out var part) ? part : null;

    public static Part? OfUnit(string name) => Units.TryGetValue(name, out var part) ? part : null;

    /// <summary>That bureau with names that can be told from everything else.</summary>
    public static Coordination.V1.Directory Directory()
    {
        var directory = Office.Directory.Clone();
        foreach (var person in directory.People)
            person.DisplayName = Called + person.Account;
        return directory;
    }
}
