namespace Backoffice.Document.Matters;

/// <summary>The rpcs of matters; one file each.</summary>
internal sealed partial class MatterService(DocumentDb db, MatterDesk desk) : V1.MatterService.MatterServiceBase;
