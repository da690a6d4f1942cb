namespace Backoffice.Coordination.Directory;

/// <summary>The rpcs of the directory; one file each.</summary>
internal sealed partial class DirectoryService(CoordinationDb db, TimeProvider clock) : V1.DirectoryService.DirectoryServiceBase;
