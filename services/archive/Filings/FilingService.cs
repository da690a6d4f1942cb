namespace Backoffice.Archive.Filings;

/// <summary>The rpcs of filings; one file each.</summary>
internal sealed partial class FilingService(ArchiveDb db) : V1.FilingService.FilingServiceBase;
