using Backoffice.Coordination.Directory;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Units;

/// <summary>The rpcs of units; one file each.</summary>
internal sealed partial class UnitService(CoordinationDb db, DirectoryPublisher publisher) : V1.UnitService.UnitServiceBase
{
    /// <summary>What must hold of a unit among the others, whatever changed.</summary>
    private async Task CheckAsync(Unit unit, CancellationToken stop)
    {
        var above = unit.Parent;
        while (above.Length > 0)
        {
            if (above == unit.Name)
                throw CoordinationErrors.UnitCycle(unit.Name, unit.Parent);
            above = await db.Units.Where(u => u.Name == above).Select(u => u.Parent).SingleOrDefaultAsync(stop) ?? throw CoordinationErrors.UnitNotFound(above);
        }
        if (!unit.Closed)
            return;
        var open = await db.Posts.CountAsync(p => p.Unit == unit.Name && !p.Closed, stop) + await db.Units.CountAsync(u => u.Parent == unit.Name && !u.Closed, stop);
        if (open > 0)
            throw CoordinationErrors.UnitInUse(unit.Name, open);
    }
}
