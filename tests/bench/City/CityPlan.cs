namespace Backoffice.Bench.City;

/// <summary>
/// How large a city's installation is. Documents and what follows from them grow with the scale; the organisation over which they
/// are spread is whole at any scale.
/// </summary>
/// <param name="Seed">The same seed makes the same rows.</param>
internal sealed record CityPlan(int Seed, int Documents, long Steps, long AuditEntries)
{
    public const int People = 8_000;
    public const int Units = 200;
    public const int Rooms = 200;
    public const int Vehicles = 100;

    /// <summary>One document of so many comes with its whole text; of the others the register has what is printed on top, as of papers that nobody typed in.</summary>
    public const int WithText = 20;

    /// <summary>The years over which documents are spread, ever more of them; the last ends before anything is measured.</summary>
    public const int FirstYear = 2016;
    public const int Years = 10;

    public static CityPlan Of(double scale, int seed = 2026) =>
        new(seed, (int)Math.Round(1_200_000 * scale), (long)Math.Round(6_000_000 * scale), (long)Math.Round(10_000_000 * scale));
}
