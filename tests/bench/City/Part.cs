namespace Backoffice.Bench.City;

/// <summary>What somebody does in the handling of a document.</summary>
internal enum Part
{
    Registrar,
    OfficeDirector,
    Director,
    Deputy,
    Lead,
    Reader,
    Assisting,
}
