namespace Backoffice.Coordination.Statistics;

/// <summary>The rpcs of statistics; one file each.</summary>
internal sealed partial class StatisticsService(CoordinationDb db, TimeProvider clock) : V1.StatisticsService.StatisticsServiceBase;
