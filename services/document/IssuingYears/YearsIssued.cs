using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IssuingYears;

/// <summary>How many documents a year saw issued, and the year before (rule DOC-D11).</summary>
internal sealed record YearsIssued(int Issued, int Before)
{
    /// <summary>With nothing before it, as in the first year of the register, a year has not grown.</summary>
    public bool HasGrown => Before > 0 && Issued > Before;
}

/// <summary>Counts the register of numbers. Voided numbers issued nothing.</summary>
internal static class Register
{
    public static async Task<YearsIssued> IssuedAsync(this DocumentDb db, int year, IReadOnlyList<string> codes, CancellationToken stop)
    {
        var counts = await db.DocumentNumbers.Where(n => codes.Contains(n.Code) && (n.Year == year || n.Year == year - 1) && n.VoidTime == null)
            .GroupBy(n => n.Year).Select(g => new { Year = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Year, g => g.Count, stop);
        return new YearsIssued(counts.GetValueOrDefault(year), counts.GetValueOrDefault(year - 1));
    }
}
