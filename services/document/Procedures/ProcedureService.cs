using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Document.Procedures;

/// <summary>The rpcs of procedures; one file each.</summary>
internal sealed partial class ProcedureService(ProcedureLibrary library, DirectoryCache directory) : V1.ProcedureService.ProcedureServiceBase
{
    private Procedure ToProto(ProcedureDefinition definition) => definition.ToProto(library.VersionsOf(definition.Id), directory.Current);
}
